import { datedSolarTerm, SOLAR_TERMS, termSerial } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { getSolarTerms } from './contract.ts';

/** The solar terms of a year. */
export const getSolarTermsHandler: Handler<typeof getSolarTerms> = ({ params: { year } }) => ({
  year,
  terms: SOLAR_TERMS.map((_, index) => datedSolarTerm(termSerial(year, index))),
});
