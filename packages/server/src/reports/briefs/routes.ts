import type { FileAnswer } from '@tirek/domain/contract';
import { REPORT_FILES, type Report } from '@tirek/domain/reports';
import { type BriefFormat, briefFileName, briefsContract } from '@tirek/domain/reports/brief';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { makeDocument } from '../documents/index.ts';
import { loadWaveFacts } from '../facts.ts';
import { inOnePiece } from '../in-one-piece.ts';
import { makeReport } from '../make-report.ts';
import { getPublicReport } from '../releases/public-report.ts';
import { getRelease } from '../releases/stamped-report.ts';
import { type BriefOrder, briefOf, placesOf } from './brief-of.ts';
import { briefReceipt } from './brief-receipt.ts';
import { frozenForBrief, receiptOfPublic } from './frozen-for-brief.ts';

const handlers: Handlers<typeof briefsContract> = {
  async getWaveBrief({ tx, input, now, about }) {
    const { waveId, language, kind, audience = 'internal' } = input;
    const facts = await loadWaveFacts(tx, waveId);
    about([waveId], { answers: facts.responses.length, language, kind, audience });
    const receipt = briefReceipt(facts, { audience, now });
    return shown(await makeReport(facts, { language, audience }), { ...input, receipt });
  },

  async getWaveBriefFile({ tx, input, now, about }) {
    const { waveId, language, kind, format, audience = 'internal' } = input;
    const facts = await loadWaveFacts(tx, waveId);
    about([waveId], { answers: facts.responses.length, language, format, kind, audience });
    const receipt = briefReceipt(facts, { audience, now });
    return fileOf(await makeReport(facts, { language, audience }), { ...input, receipt });
  },

  async getReleaseBrief({ tx, input, about }) {
    const { releaseId, language, kind } = input;
    const release = await getRelease(tx, releaseId);
    about([release.id], { language, kind });
    const { report, receipt } = await frozenForBrief(tx, release, language);
    return shown(report, { ...input, receipt });
  },

  async getReleaseBriefFile({ tx, input, about }) {
    const { releaseId, language, kind, format } = input;
    const release = await getRelease(tx, releaseId);
    about([release.id], { language, kind, format });
    const { report, receipt } = await frozenForBrief(tx, release, language);
    return fileOf(report, { ...input, receipt });
  },

  async getPublicReleaseBrief({ tx, input }) {
    const { release, report } = await getPublicReport(tx, input.releaseId, input.language);
    return shown(report, { ...input, receipt: receiptOfPublic(release) });
  },

  async getPublicReleaseBriefFile({ tx, input }) {
    const { release, report } = await getPublicReport(tx, input.releaseId, input.language);
    return fileOf(report, { ...input, receipt: receiptOfPublic(release) });
  },
};

export const briefsRoutes = routesOf(briefsContract, handlers);

const shown = (report: Report, order: BriefOrder) => ({
  brief: briefOf(report, order),
  places: placesOf(report),
  wave: { id: report.wave.id, closesOn: report.wave.closesOn },
});

function fileOf(report: Report, order: BriefOrder & { readonly format: BriefFormat }): FileAnswer {
  const { format } = order;
  const brief = briefOf(report, order);
  return {
    fileName: briefFileName(report, order),
    mediaType: REPORT_FILES[format].mediaType,
    pieces: inOnePiece(() => makeDocument({ brief, format })),
  };
}
