import { afterAll, beforeAll, expect } from 'vitest';

/** A day ahead of UTC for most of the day, half an hour beside the others, and UTC itself. */
export const TIME_ZONES = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'] as const;

/** What follows in this block runs as on a server whose clock shows the time of the zone. */
export function inTimeZone(zone: (typeof TIME_ZONES)[number]): void {
  let before: string | undefined;
  beforeAll(() => {
    before = process.env.TZ;
    process.env.TZ = zone;
    // Otherwise every test of it would prove nothing.
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const minutes = { 'Pacific/Kiritimati': -840, 'America/St_Johns': 210, UTC: 0 };
    expect(new Date(Date.UTC(2020, 0, 1)).getTimezoneOffset() + 0).toBe(minutes[zone]);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}
