const tries = 5;

/** Far below every limit: no further try is needed. In ms. */
const quick = 10;

/**
 * What a work takes of the processor, in ms. On a busy computer the time by the clock says how busy it is, and any one try
 * may be the one in which memory is cleaned up: what is slow is slow each time.
 */
export function processorTime(work: () => unknown): number {
  let least = Infinity;
  for (let done = 0; done < tries && least > quick; done += 1) {
    const before = process.cpuUsage();
    work();
    // Which part of it is the system's is only estimated.
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
