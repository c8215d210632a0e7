export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

export function usage(): Usage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
}

/** What a measured process says at its end, for the bench to read. */
export function tellUsage(): void {
  console.error(JSON.stringify(usage()));
}
