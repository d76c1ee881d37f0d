import type { Language } from './language.ts';
import { campaign } from './portuguese/campaign.ts';
import { card } from './portuguese/card.ts';
import { choice } from './portuguese/choice.ts';
import { cleaning } from './portuguese/cleaning.ts';
import { curves } from './portuguese/curves.ts';
import { data } from './portuguese/data.ts';
import { features } from './portuguese/features.ts';
import { formats } from './portuguese/formats.ts';
import { gate } from './portuguese/gate.ts';
import { importance } from './portuguese/importance.ts';
import { improvements } from './portuguese/improvements.ts';
import { labels } from './portuguese/labels.ts';
import { limits } from './portuguese/limits.ts';
import { measures } from './portuguese/measures.ts';
import { names } from './portuguese/names.ts';
import { page } from './portuguese/page.ts';
import { quality } from './portuguese/quality.ts';
import { reproduction } from './portuguese/reproduction.ts';
import { slices } from './portuguese/slices.ts';
import { trust } from './portuguese/trust.ts';

export const portuguese: Language = {
  tag: 'pt-BR',
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
