/** Runs works in the order in which they are handed over, `width` of them at a time. */
export interface Queue {
  readonly width: number;
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** After a work has failed no further one is begun: each fails as the first did. */
export function atMost(width: number): Queue {
  let free = width;
  const waiting: (() => void)[] = [];
  let failure: { readonly reason: unknown } | undefined;
  const turn = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const run = async <T>(work: () => Promise<T>) => {
    await turn();
    try {
      if (failure !== undefined) throw failure.reason;
      return await work();
    } catch (error) {
      failure ??= { reason: error };
      throw error;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
  return { width, run };
}
