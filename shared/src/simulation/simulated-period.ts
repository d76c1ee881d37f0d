import { dayNumber } from '../platform/calendar-day.ts';

/** Fixed, never the clock, so that the same seed is the same telecom for ever. Days since 1970-01-01. */
export const lastDay = dayNumber('2025-12-31');
export const firstDay = dayNumber('2024-11-07');
export const priceRiseDay = dayNumber('2025-06-01');
