import { registerContract, registerTemplate } from '@tirek/domain/people/register';
import { REPORT_FILES } from '@tirek/domain/reports';
import { workbookFile } from '@tirek/domain/reports/documents';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { oneArchive } from '../documents/one-archive.ts';
import { inOnePiece } from '../in-one-piece.ts';

const { getRegisterTemplate } = registerContract;
const contract = { getRegisterTemplate };

const handlers: Handlers<typeof contract> = {
  async getRegisterTemplate({ input }) {
    const { language } = input;
    return {
      fileName: `register-${language}.xlsx`,
      mediaType: REPORT_FILES.xlsx.mediaType,
      pieces: inOnePiece(() => oneArchive(workbookFile(registerTemplate(language)))),
    };
  },
};

/** An empty register to fill in. */
export const registerTemplateRoutes = routesOf(contract, handlers);
