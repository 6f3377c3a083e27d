/**
 * Monday, 28 September 2026, half past three in the afternoon in India, as records write it: half an hour before the
 * decision on Director's release of that day, and while some waivers of the sample count and others have ended.
 */
export const SAMPLE_NOW = '2026-09-28T10:00:00+00:00';
