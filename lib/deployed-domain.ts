import type { Domain } from '../platform/manifest/domain.ts';
import type { Settings } from './config.ts';

/** Of what a domain declares, what is deployed in a stage: a consumer that is for Timestream only where there is one. */
export function deployedDomain(domain: Domain, { timeseries }: Settings): Domain {
  const { streams } = domain;
  if (!streams) return domain;
  return { ...domain, streams: streams.filter(({ onlyWith = timeseries.store }) => onlyWith === timeseries.store) };
}
