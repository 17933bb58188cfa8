import { type Fact, type FullChart, fullChart, luckOfYear, PILLAR_NAMES, type Reason } from '@heal7/saju-engine';
import type { GlossaryEntry } from '@heal7/saju-engine/glossary';
import type { Interpretation } from '@heal7/saju-engine/interpretation';
import type { Language } from '../../../platform/http/language.ts';
import { escaped, page, textStyle, titles } from './page.ts';

/** What the page is made from: a chart, its words, and what codes mean. */
interface Example {
  readonly chart: FullChart;
  readonly interpretation: Interpretation;
  readonly glossary: ReadonlyMap<string, GlossaryEntry>;
}

const PERSON = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' } as const;
const YEAR = 2027;

/** A whole example: a chart, every judgement with its reasons, and its interpretation, in Korean and English side by side. */
export async function examplePage(language: Language): Promise<string> {
  const [{ interpret }, { glossary }] = await Promise.all([
    import('@heal7/saju-engine/interpretation'),
    import('@heal7/saju-engine/glossary'),
  ]);
  const chart = fullChart(PERSON);
  const interpretation = interpret(chart, { year: luckOfYear(PERSON, YEAR) });
  // Rules are looked up before terms of the same code: here codes are those of reasons.
  const entries = glossary().toSorted((a, b) => Number(b.kind === 'rule') - Number(a.kind === 'rule'));
  const byCode = new Map(entries.toReversed().map(entry => [entry.code, entry]));
  const example = { chart, interpretation, glossary: byCode };
  return page(
    language,
    titles.example,
    `<style>${textStyle}</style>`,
    `<h1>${titles.example[language]}</h1>
<p>${chart.solarDate} ${PERSON.birth.time}, 서울 Seoul, 여성 woman. <code>POST /v1/saju/charts</code>,
<code>POST /v1/saju/interpretations</code>; <a href="/docs">/docs</a></p>
${pillars(example)}
${judgements(example)}
${words(example)}`,
  );
}

interface Named {
  readonly hangul: string;
  readonly hanja: string;
  readonly english: string;
}

const named = ({ hangul, hanja, english }: Named): string => `${hangul} ${hanja}<br><small>${escaped(english)}</small>`;

function pillars({ chart }: Example): string {
  const columns = PILLAR_NAMES.toReversed().flatMap(name => chart.pillars[name] ?? []);
  const row = (title: string, cell: (pillar: (typeof columns)[number]) => string): string =>
    `<tr><th>${title}${columns.map(pillar => `<td>${cell(pillar)}`).join('')}`;
  return `<table>
<tr><th><th>시주 Hour<th>일주 Day<th>월주 Month<th>연주 Year
${row('십신 Ten god', ({ tenGods }) => (tenGods.stem === null ? '일간 Day stem' : named(tenGods.stem)))}
${row('천간 Stem', ({ stem }) => named(stem))}
${row('지지 Branch', ({ branch }) => named(branch))}
${row('십신 Ten god', ({ tenGods }) => named(tenGods.branch))}
${row('지장간 Hidden', ({ hiddenStems }) => hiddenStems.map(({ hanja, days }) => `${hanja} ${days}`).join(' · '))}
${row('12운성 Stage', ({ stages }) => named(stages.byDay))}
${row('12신살', ({ twelveSinsal }) => named(twelveSinsal.byYear))}
${row('납음 Napeum', ({ napeum }) => named(napeum))}
</table>`;
}

function judgements(example: Example): string {
  const { strength, pattern, usefulGod, relations, stars, fiveElements } = example.chart;
  const scores = Object.entries(fiveElements.scores).map(([element, score]) => {
    const { hangul, english } = example.glossary.get(element)!;
    return `${hangul} ${english} ${score} %`;
  });
  const judged = (title: string, verdict: string, reasons: readonly Reason[]): string =>
    `<h2>${title}: ${verdict}</h2>\n<ul>${reasons.map(reason => `<li>${why(reason, example)}`).join('\n')}</ul>`;
  return `<h2>오행 Five elements</h2><p>${scores.join(' · ')}</p>
${judged('강약 Strength', `${strength.word.hangul} ${strength.word.english}, ${strength.score}`, strength.reasons)}
${judged('격국 Pattern', `${pattern.hangul} ${pattern.english}`, pattern.reasons)}
${judged('용신 Useful god', `${example.glossary.get(usefulGod.element)!.hangul} ${usefulGod.element}`, usefulGod.reasons)}
<h2>합충형파해 Relations</h2>
<table>${relations.map(({ pillars: places, reason, ...term }) => `<tr><td>${named(term)}<td>${places.join(', ')}<td>${facts(reason.facts)}`).join('\n')}</table>
<h2>신살 Stars</h2>
<table>${stars.map(star => `<tr><td>${named(star)}<td>${star.pillars.join(', ')}<td>${meaning(star.code, example)}<td>${facts(star.facts)}`).join('\n')}</table>`;
}

/** A reason in both languages, with its source and facts. */
function why({ rule, source, facts: used }: Reason, example: Example): string {
  const from = example.glossary.get(source)!;
  return `${meaning(rule, example)} <small>[${from.hangul}] ${facts(used)}</small>`;
}

function meaning(code: string, { glossary }: Example): string {
  const { hangul, english, meaning: text } = glossary.get(code)!;
  return `<b>${hangul}</b> ${escaped(text.korean)} <i>${escaped(english)}: ${escaped(text.english)}</i>`;
}

function facts(used: readonly Fact[]): string {
  return used.map(({ path, value }) => `<code>${path} = ${value}</code>`).join(' ');
}

function words({ interpretation }: Example): string {
  return Object.values(interpretation.topics)
    .map(
      ({ title, sentences }) => `<h2>${title.korean} · ${title.english}</h2>
<table>${sentences
        .map(
          ({ korean, english, facts: used }) =>
            `<tr><td lang="ko">${escaped(korean)}<td lang="en">${escaped(english)}<td><small>${facts(used)}</small>`,
        )
        .join('\n')}</table>`,
    )
    .join('\n');
}
