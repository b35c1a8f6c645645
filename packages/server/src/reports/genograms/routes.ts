import { fullName } from '@tirek/domain/people';
import { familyGraphContract, printGenogram } from '@tirek/domain/people/family-graph';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { aboutGraph, loadGraph } from '../../people/index.ts';
import { makeDocument } from '../documents/index.ts';
import { inOnePiece } from '../in-one-piece.ts';

const { getGenogramFile } = familyGraphContract;
const contract = { getGenogramFile };

const handlers: Handlers<typeof contract> = {
  async getGenogramFile({ tx, actor, input, keyFor, about }) {
    const { familyId, language, index } = input;
    const loaded = await loadGraph({ tx, actor: accountOf(actor), keyFor }, familyId);
    about(aboutGraph(familyId, loaded), { language });
    const names = new Map(
      loaded.members.map(({ personId, name }) => [personId, name ? fullName(name) : '']),
    );
    const genogram = printGenogram(loaded.graph, {
      language,
      index: index ?? null,
      name: (person) => names.get(person) ?? '',
    });
    return {
      fileName: `genogram-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ genogram, format: 'pdf' })),
    };
  },
};

/** A family's genogram on paper. */
export const genogramRoutes = routesOf(contract, handlers);
