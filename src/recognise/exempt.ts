import { daysInMonth, isoDate } from '../values';
import type { IsoDate, Organization, Period, Scheme, SchemeParameters } from '../model';
import { acceptsKind } from './subjects';

/** Organizations founded fewer than 参评.最短月数 months before the period's end are exempt (specification, section 7). */
export function withYoungExempt(
  organizations: readonly Organization[],
  schemes: readonly Scheme[],
  parametersOf: (scheme: Scheme) => SchemeParameters,
  period: Period | null,
): readonly Organization[] {
  if (period === null) return organizations;
  return organizations.map((organization) => {
    const scheme = schemes.find((s) => acceptsKind(s, organization.kind));
    const months = scheme ? parametersOf(scheme).minMonths : null;
    if (months === null || organization.founded === null || organization.exempt) return organization;
    // The last day counts: founded on 1 January, twelve months are full on 31 December.
    return monthsLater(organization.founded, months) > nextDay(period.end)
      ? { ...organization, exempt: true }
      : organization;
  });
}

function monthsLater(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day after a period's end, which is mostly the last of a month. */
function nextDay(end: IsoDate): IsoDate {
  const [year, month, date] = end.split('-').map(Number) as [number, number, number];
  return date < daysInMonth(year, month) ? isoDate(year, month, date + 1) : monthsLater(`${end.slice(0, 8)}01`, 1);
}
