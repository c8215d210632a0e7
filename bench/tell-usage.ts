/** What a measured process says at its end, for the bench to read: CPU milliseconds and peak kilobytes. */
export function tellUsage(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error(
    JSON.stringify({ cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000, peakKilobytes: maxRSS }),
  );
}
