/** Settles as `promise` does, or rejects with what `late` makes once `timeoutMs` are over. */
export function within<T>(promise: Promise<T>, timeoutMs: number, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), Math.max(0, timeoutMs));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
