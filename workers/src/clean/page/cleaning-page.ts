import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { DataProfile } from '@churn/shared/cleaning/data-profile';
import { type PageSection, renderPage } from '../../report/html/render-page.ts';
import { english } from '../../report/language/english.ts';
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
export function cleaningPage(page: CleaningPage): string {
  const { report, profile, examples, files } = page;
  const sections: PageSection[] = [
    summarySection(report),
    filesSection(files),
    rulesSection(report),
    examplesSection(report, examples),
    ...profileSections(profile),
  ];
  const subtitle = `${report.customers.file} and ${report.transactions.file}`;
  return renderPage('Cleaning report', subtitle, sections, english);
}
