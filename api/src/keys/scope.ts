/** What a key may be allowed: ask for predictions, read what is stored, read the metrics. */
export const scopes = ['predict', 'read', 'metrics'] as const;

export type Scope = (typeof scopes)[number];
