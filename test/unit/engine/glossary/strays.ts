import { type GlossaryKind, glossary } from '../../../../layers/saju-engine/src/glossary/index.ts';

/** By kind and code. */
export const ENTRIES = new Map(glossary().map(entry => [`${entry.kind} ${entry.code}`, entry]));

/** Of what kind a term is, by the end of its path; the first that matches. */
const TERMS: readonly (readonly [RegExp, GlossaryKind])[] = [
  [/\.tenGods\.(stem|branch)$|\.tenGodsStrength\[\]$|\.pattern\.tenGod$/, 'tenGod'],
  [/\.(stem|hiddenStems\[\]|stems\[\])$/, 'stem'],
  [/\.(branch|voidBranches(\.day|\.year)?\[\])$/, 'branch'],
  [/\.stages\.\w+$/, 'stage'],
  [/\.twelveSinsal\.\w+$/, 'twelveSinsal'],
  [/\.napeum$/, 'napeum'],
  [/\.(boundary|countedTo|wolun\[\])\.term$|\.solarTerm$/, 'solarTerm'],
  [/\.phase$/, 'moonPhase'],
  [/\.seasons\.\w+$/, 'season'],
  [/\.strength\.word$/, 'strength'],
  [/\.pattern$/, 'pattern'],
  [/\.method$/, 'usefulGodMethod'],
  [/\.relations\[\]$/, 'relation'],
  [/\.form$/, 'relationForm'],
  [/chart\.stars\[\]$/, 'star'],
  [/\.samjae$/, 'samjae'],
  [/pair\.word$/, 'compatibilityWord'],
  [/\.parts\[\]$/, 'compatibilityPart'],
  [/\.officer$/, 'officer'],
  [/\.path$/, 'path'],
  [/\.mansion$/, 'mansion'],
  [/almanac\.stars\[\]$/, 'dayStar'],
  [/\.son\.direction$|\.directions\.\w+$/, 'direction'],
  [/\.judang\.marriage$/, 'marriageJudang'],
  [/\.judang\.moving$/, 'movingJudang'],
  [/\.fortunes\.\w+$/, 'birthFortune'],
  [/\.pillars\.\w+$|\.(becomes|beforeFirst|periods\[\]|dayPillar|pillar|secha|wolgeon|iljin)$/, 'gapja'],
  [/\.palaces\.\w+$|\.(daeun|seun|wolun|ilun)\[\]$/, 'gapja'],
];

/** Of what kinds a bare code may be, by the end of its path; the first that matches. */
const CODES: readonly (readonly [RegExp, readonly GlossaryKind[]])[] = [
  [/\.(element|strongest|weakest|missing\[\]|excessive\[\])$|\.roles\.\w+$|\.people\[\]\.usefulGod$/, ['element']],
  [/\.polarity$/, ['polarity']],
  [/\.role$/, ['hiddenStemRole']],
  [/\.sex$/, ['sex']],
  [/\.luckCycles\.direction$/, ['luckDirection']],
  [/\.options\.direction$/, ['direction']],
  [/\.certainty\..*\.direction$/, ['boundarySide']],
  [/\.boundary\.kind$/, ['boundary']],
  [/\.flags\[\]\.code$/, ['certaintyFlag']],
  [/\.hourKnownBy$/, ['hourKnownBy']],
  [/\.pattern\.group$/, ['patternGroup']],
  [/\.pattern\.state$/, ['patternState']],
  [/\.transformation\.status$/, ['transformation']],
  [/\.part$/, ['relationPart']],
  [/\.stars\[\]\.nature$/, ['starNature']],
  [/\.stars\[\]\.base$/, ['starBase']],
  [/\.with\[\]$/, ['pillar', 'luckScale']],
  [/\.(pillars\[\]|pillar|base)$|pair\.relations\[\]\.[ab]$/, ['pillar']],
  [/\.occasion$/, ['occasion']],
  [/\.source$/, ['source']],
  [/\.stars\[\]\.rule$/, ['star']],
  [/\.relations\[\]\.reason\.rule$/, ['relation']],
  [/\.pattern\.reasons\[\]\.rule$/, ['rule', 'pattern']],
  [/\.usefulGod\..*\.rule$/, ['rule', 'usefulGodMethod']],
  [/\.rule$/, ['rule']],
];

/** What is said in words or figures, and is no code. Facts are read back from where they stand. */
const FREE =
  /\.(engineVersion|instant|at|\w+At|\w+On|solarDate|date|from|to|timeZone|\w+Time|korean)$|\.flags\[\]\.english$|\.people\[\]\.code$|\.facts\[\]\.(path|value)$/;

const WORDS = new Set(['code', 'hangul', 'hanja', 'english', 'name']);

/** Everything in an answer that the glossary does not have as it is there. */
class Strays {
  readonly found = new Set<string>();

  walk(value: unknown, path: string): void {
    if (typeof value === 'string') this.#code(value, path);
    else if (Array.isArray(value)) for (const element of value) this.walk(element, `${path}[]`);
    else if (value !== null && typeof value === 'object') {
      const isTerm = 'code' in value && 'hanja' in value;
      if (isTerm) this.#term(value as Readonly<Record<string, string>>, path);
      for (const [key, inner] of Object.entries(value)) {
        if (!(isTerm && WORDS.has(key))) this.walk(inner, `${path}.${key}`);
      }
    }
  }

  #term(term: Readonly<Record<string, string>>, path: string): void {
    const kind = TERMS.find(([end]) => end.test(path))?.[1];
    const entry = kind && ENTRIES.get(`${kind} ${term.code}`);
    // A dated solar term has its Hangul as `name`.
    const hangul = term.hangul ?? term.name;
    if (entry?.hangul !== hangul || entry?.hanja !== term.hanja || entry?.english !== term.english) {
      this.found.add(`${path}: ${kind} ${term.code}`);
    }
  }

  #code(code: string, path: string): void {
    const option = /\.options\.(\w+)$|\.corrections\.(timeBasis)$/.exec(path);
    if (option !== null && !path.endsWith('.direction')) {
      if (!ENTRIES.has(`option ${option[1] ?? option[2]}.${code}`)) this.found.add(`${path}: option ${code}`);
      return;
    }
    const kinds = CODES.find(([end]) => end.test(path))?.[1];
    if (kinds === undefined ? !FREE.test(path) : !kinds.some(kind => ENTRIES.has(`${kind} ${code}`))) {
      this.found.add(`${path}: ${kinds} ${code}`);
    }
  }
}

/** What of some answers the glossary does not have: paths, which begin with `name`, and what is there. */
export function strays(name: string, answers: Iterable<object>): readonly string[] {
  const found = new Strays();
  for (const answer of answers) found.walk(answer, name);
  return [...found.found];
}
