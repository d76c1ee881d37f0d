import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { DataProfile } from '@churn/shared/cleaning/data-profile';
import { type PageSection, renderPage } from '../../report/html/render-page.ts';
import type { Language } from '../../report/language/language.ts';
import type { DeliveredFiles } from '../judge-delivery.ts';
import type { Examples } from '../write-quarantine.ts';
import { examplesSection } from './examples-section.ts';
import { filesSection } from './files-section.ts';
import { profileSections } from './profile-sections.ts';
import { rulesSection } from './rules-section.ts';
import { summarySection } from './summary-section.ts';

export interface CleaningPage {
  readonly report: CleaningReport;
  readonly profile: DataProfile;
  readonly examples: Examples;
  readonly files: DeliveredFiles;
}

/** What cleaning did, as one page for people: counts, rules, examples, and what the columns hold before and after. */
export function cleaningPage(page: CleaningPage, language: Language): string {
  const { report, profile, examples, files } = page;
  const sections: PageSection[] = [
    summarySection(report, language),
    filesSection(files, language),
    rulesSection(report, language),
    examplesSection(report, examples, language),
    ...profileSections(profile, language),
  ];
  const { title, subtitle } = language.cleaning;
  const named = { customers: report.customers.file, transactions: report.transactions.file };
  return renderPage(title, subtitle(named), sections, language);
}
