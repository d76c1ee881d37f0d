/** In the order in which `checkLeakage` asks them. */
export const leakageCheckNames = ['single feature', 'shuffled labels', 'train and test'] as const;

export type LeakageCheckName = (typeof leakageCheckNames)[number];
