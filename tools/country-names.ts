/** What countries are called beside their code and their names in English and Korean, which `Intl` knows. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'America', 'United States of America'],
  GB: ['UK', 'England', 'Scotland', 'Wales', 'Britain', 'Great Britain', '잉글랜드', '스코틀랜드'],
  CN: ['PRC', '중공'],
  HK: ['Hong Kong'],
  MO: ['Macau', 'Macao'],
  RU: ['소련', 'USSR'],
  AE: ['UAE', '아랍에미리트'],
  AU: ['호주'],
  CZ: ['Czech Republic', '체코'],
  NL: ['Holland', '화란'],
  DE: ['서독', '동독', 'West Germany', 'East Germany'],
  VN: ['월남'],
  TR: ['Turkey', '터키'],
  MM: ['Burma', '버마'],
};

const IN_ENGLISH = new Intl.DisplayNames(['en'], { type: 'region' });
const IN_KOREAN = new Intl.DisplayNames(['ko'], { type: 'region' });

/** All that a country (ISO 3166-1 alpha-2) is called beside its code. */
export function countryNames(country: string): readonly string[] {
  // ICU calls Hong Kong 홍콩(중국 특별행정구).
  const standard = [IN_ENGLISH.of(country), IN_KOREAN.of(country)].map((name = country) => name.replace(/ ?\(.*$/, ''));
  return [...standard, ...(OTHER_NAMES[country] ?? [])];
}
