/**
 * Waits for all of several works, whatever becomes of them, then gives their results or throws the error of the first in the
 * list that failed: nothing goes on working behind an error.
 */
export async function together<Results extends readonly unknown[]>(
  ...works: { readonly [Index in keyof Results]: Promise<Results[Index]> }
): Promise<Results> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return ended.map((work) => (work as PromiseFulfilledResult<unknown>).value) as unknown as Results;
}
