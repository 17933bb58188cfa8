import * as z from 'zod';
import { isExported, userTables } from '../user-tables.ts';

/** One row of a section: its columns, decrypted, under their names in camel case. */
const row = z.record(z.string(), z.unknown());

/** What each section holds, for who reads an export. */
const SECTIONS: Readonly<Record<string, string>> = {
  account: 'The account: e-mail, phone, nickname, settings, states.',
  sessions: 'Log-ins: when, how, on what kind of device.',
  knownDevices: 'Devices that have logged in before.',
  identities: 'Accounts elsewhere that log in here.',
  roles: 'What the account may do beside what every member may.',
  apiKeys: 'API keys, by name; the keys themselves are kept by nobody.',
  exports: 'Exports like this one.',
  people: 'Yourself, family and friends, with their births.',
  charts: 'Stored charts with what they were made from.',
  interpretations: 'Interpretations of charts, reviews, ratings and feedback.',
  preferences: 'Preferences, and what was concluded about you.',
  consultations: 'Consultations, with notes, questions and answers.',
  consultationResults: 'What consultations came to.',
  posts: 'Posts, drafts too.',
  postQuality: 'How good the platform took each post to be, day by day, and why.',
  comments: 'Comments.',
  follows: 'Whom you follow, and who follows you.',
  likes: 'What you liked.',
  bookmarks: 'What you bookmarked, with notes.',
  visits: 'Visits to experience centres, and how comfortable you found them.',
  visitPatterns: 'What we concluded from them, by parts of days.',
  consents: 'What was consented to and withdrawn.',
  accessHistory: 'Who read your data, when and why.',
  events: 'What happened to the account.',
};

/** An export as it is given to its user: everything there is, in sections. */
export const exportDocument = z
  .strictObject({
    format: z.literal('heal7-export'),
    formatVersion: z.literal(1),
    createdAt: z.iso.datetime(),
    sections: z.strictObject(
      Object.fromEntries(
        userTables.flatMap(({ exported }) =>
          isExported(exported)
            ? [[exported.section, z.array(row).meta({ description: SECTIONS[exported.section] ?? exported.section })]]
            : [],
        ),
      ),
    ),
  })
  .meta({
    id: 'ExportDocument',
    description:
      'Rows stand as they are stored, in the order they were made; instants are ISO 8601 in UTC. What refers to something ' +
      'holds its id.',
  });

export type ExportDocument = z.output<typeof exportDocument>;
