import type { Transaction } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { pipelineDay } from '../../../platform/pipelines/day.ts';
import { type Flag, fingerprint, textFlags, verdictOf } from './flags.ts';
import { partsOf, scoreOf } from './score.ts';
import { deleteHidden, type PostRow, type QualityRow, readPosts, writeQuality } from './store.ts';

/** Texts have up to 50,000 characters: 100 MB at the very most. */
const PAGE = 500;

/** Scores the posts of the last 30 days for recommendations, and says which are spam or of little worth, and why. */
export const analyzeContentQuality: Job = async ({ now, database, arguments: args, progress }) => {
  const day = pipelineDay(args, now());
  return database.transaction(async tx => {
    const counts = { posts: 0, lowQuality: 0, spam: 0, changed: 0 };
    // Of every text so far: posts come oldest first, so what has been seen is what was copied.
    const seen = new Set<string>();
    for await (const page of pagesOf(tx, day)) {
      const rows = page.map(post => qualityOf(post, isCopy(post.content, seen)));
      counts.posts += rows.length;
      counts.lowQuality += rows.filter(({ verdict }) => verdict === 'low_quality').length;
      counts.spam += rows.filter(({ verdict }) => verdict === 'spam').length;
      counts.changed += await writeQuality(tx, day, rows);
      progress(counts);
    }
    counts.changed += await deleteHidden(tx, day);
    return counts;
  });
};

async function* pagesOf(tx: Transaction, day: string): AsyncGenerator<readonly PostRow[]> {
  let page = await readPosts(tx, day, PAGE);
  while (page.length > 0) {
    yield page;
    page = await readPosts(tx, day, PAGE, page.at(-1));
  }
}

function isCopy(content: string, seen: Set<string>): boolean {
  const print = fingerprint(content);
  if (print === undefined) return false;
  const copied = seen.has(print);
  seen.add(print);
  return copied;
}

function qualityOf(post: PostRow, copied: boolean): QualityRow {
  const { id, content, contentType, flooded, views, likes, comments, commenters, bookmarks } = post;
  const flags: Flag[] = [
    ...(copied ? ['copied' as const] : []),
    ...(flooded ? ['flood' as const] : []),
    ...textFlags(content, contentType),
  ];
  const verdict = verdictOf(flags);
  const age = Math.round(post.age * 10_000) / 10_000;
  const parts = partsOf({ ...post, age });
  return {
    postId: id,
    score: scoreOf(parts, verdict),
    verdict,
    flags,
    parts: { ...parts, views, likes, comments, commenters, bookmarks, age },
  };
}
