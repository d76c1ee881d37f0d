import { campaign } from './english/campaign.ts';
import { card } from './english/card.ts';
import { choice } from './english/choice.ts';
import { cleaning } from './english/cleaning.ts';
import { curves } from './english/curves.ts';
import { data } from './english/data.ts';
import { features } from './english/features.ts';
import { formats } from './english/formats.ts';
import { gate } from './english/gate.ts';
import { importance } from './english/importance.ts';
import { improvements } from './english/improvements.ts';
import { labels } from './english/labels.ts';
import { limits } from './english/limits.ts';
import { measures } from './english/measures.ts';
import { names } from './english/names.ts';
import { page } from './english/page.ts';
import { quality } from './english/quality.ts';
import { reproduction } from './english/reproduction.ts';
import { slices } from './english/slices.ts';
import { trust } from './english/trust.ts';
import type { LanguageTag } from './language-tag.ts';

export const english = {
  tag: 'en' as LanguageTag,
  formats,
  names,
  features,
  page,
  trust,
  quality,
  measures,
  curves,
  choice,
  campaign,
  card,
  importance,
  slices,
  data,
  cleaning,
  labels,
  gate,
  limits,
  improvements,
  reproduction,
};
