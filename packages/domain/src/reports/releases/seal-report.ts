import { type Certificate, certifyReport, sayCertificate } from '../consistency/certify-report.ts';
import type { Report, Section } from '../report.ts';
import { reportTexts } from '../report-texts.ts';

/** Who checked the figures of a report, and when. */
export type Seal = {
  readonly version: string;
  /** `YYYY-MM-DD` on the programme's calendar. */
  readonly checkedOn: string;
};

/**
 * A report as it may be frozen: with what the check of its own figures has seen as its last section. Whatever is found in it
 * stands in the certificate alone, and such a report must not be frozen.
 */
export function sealReport(
  report: Report,
  seal: Seal,
): { readonly report: Report; readonly certificate: Certificate } {
  const certificate = certifyReport(report);
  const { language } = report;
  const section: Section = {
    id: 'certificate',
    title: reportTexts(language)('section.certificate'),
    blocks: sayCertificate(certificate, { ...seal, language }).map((text, place) => ({
      kind: 'paragraph',
      id: `certificate-${place}`,
      text,
    })),
  };
  return { report: { ...report, sections: [...report.sections, section] }, certificate };
}
