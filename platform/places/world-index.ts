import { PlaceIndex, RANK, regionOf } from './place-index.ts';
import { STATES } from './states.ts';
import { COUNTRIES, WORLD } from './world.data.ts';

/** The places of world.data.ts. */
export function indexWorld(): PlaceIndex {
  const index = new PlaceIndex();
  let country = '';
  let timeZone = '';
  let state: string | undefined;
  for (const line of WORLD.split('\n')) {
    if (line.startsWith('>')) {
      [country = '', timeZone = '', state] = line.slice(1).split(' ');
    } else if (line !== '') {
      const [name = '', latitude, longitude, population, ...others] = line.split(';');
      const place = {
        name,
        english: state === undefined ? name : `${name}, ${state}`,
        country,
        latitude: Number(latitude),
        longitude: Number(longitude),
        timeZone,
      };
      const regions = state === undefined ? [country] : [country, regionOf(country, state)];
      const named = { place, rank: RANK.world, population: Number(population), regions };
      index.addName(name, named);
      for (const other of others) index.addName(other, named);
    }
  }
  addCountries(index);
  return index;
}

function addCountries(index: PlaceIndex): void {
  for (const line of COUNTRIES.split('\n')) {
    if (line === '') continue;
    for (const name of line.split(';')) index.addRegion(name, line.slice(0, 2));
  }
  for (const [country, states] of Object.entries(STATES)) {
    for (const state of states.split(/;\s*/)) {
      const region = regionOf(country, state.slice(0, 2));
      index.addRegion(state.slice(0, 2), region);
      index.addRegion(state.slice(3), region);
    }
  }
}
