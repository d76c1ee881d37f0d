/** Looks again `intervalMs` after each look has ended, until the function it returns is called; holds no process up. */
export function poll(look: () => Promise<void>, intervalMs: number): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => look().finally(again), intervalMs);
    timer.unref();
  };
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
