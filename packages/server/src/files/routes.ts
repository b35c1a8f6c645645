import type { SignedInActor } from '@tirek/domain/access';
import { filesContract, MOST_OF_A_FAMILY } from '@tirek/domain/files';
import { Problem } from '@tirek/domain/problem';
import { keyPersonForWriting } from '../cases/index.ts';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { findDataKey, listFamilyRowsById, openBytes, sealBytes } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { checkedContent } from './checked-content.ts';
import {
  countAttachments,
  dropPieces,
  findAttachment,
  insertAttachment,
  insertPiece,
  insertWithdrawal,
  listAttachments,
  listPieces,
} from './queries.ts';

const handlers: Handlers<typeof filesContract> = {
  async sendPiece({ tx, actor, input, now, keyFor }) {
    const asker = accountOf(actor);
    const { familyId, attachmentId, personId, place, content } = input;
    const to = await keyOf({ tx, actor: asker }, { familyId, personId, on: programmeDay(now) });
    const label = pieceLabel(attachmentId, place);
    await insertPiece(tx, asker, {
      ...{ attachmentId, place, familyId, personId, sealedFor: to.personId },
      sealed: sealBytes(Buffer.from(content, 'base64'), { ...to, label }, keyFor),
      ...{ sentAt: now, sentOn: programmeDay(now) },
    });
    return {};
  },

  async keepAttachment({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { familyId, attachmentId, personId, subjectId, paper } = input;
    about([attachmentId, familyId, ...(personId ? [personId] : [])], { paper });
    const today = programmeDay(now);
    const to = await keyOf({ tx, actor: asker }, { familyId, personId, on: today });
    if ((await countAttachments(tx, familyId)) >= MOST_OF_A_FAMILY) {
      throw new Problem('attachments-full');
    }
    const pieces = await listPieces(tx, asker, { attachmentId, familyId, sealedFor: to.personId });
    const isWhole =
      pieces.length === input.pieces && pieces.every(({ place }, index) => place === index);
    if (!isWhole) throw new Problem('attachment-incomplete');
    const sent = Buffer.concat(
      pieces.map(({ place, sealed }) =>
        openBytes(sealed, { ...to, label: pieceLabel(attachmentId, place) }, keyFor),
      ),
    );
    const { mediaType, content } = checkedContent(sent);
    await insertAttachment(tx, asker, {
      ...{ id: attachmentId, familyId, subjectId, personId, sealedFor: to.personId },
      ...{ paper, mediaType, bytes: content.length, keptAt: now, keptOn: today },
      sealed: sealBytes(content, { ...to, label: contentLabel(attachmentId) }, keyFor),
    });
    await dropPieces(tx, asker, attachmentId);
    return { mediaType, bytes: content.length };
  },

  async listAttachments({ tx, actor, input, about }) {
    const asker = accountOf(actor);
    const { familyId } = input;
    const [family] = await listFamilyRowsById(tx, asker, [familyId]);
    if (!family) throw new Problem('not-found');
    const rows = await listAttachments(tx, asker, familyId);
    about([familyId], { attachments: rows.length });
    return {
      attachments: rows.map(({ reason, withdrawnAt, ...row }) => ({
        ...row,
        withdrawn: reason && withdrawnAt ? { reason, at: withdrawnAt } : null,
      })),
    };
  },

  async getAttachment({ tx, actor, input, keyFor, about }) {
    const { attachmentId } = input;
    const found = await findAttachment(tx, accountOf(actor), attachmentId);
    const key = found && (await findDataKey(tx, found.sealedFor));
    if (!found?.sealed || !key) throw new Problem('not-found');
    const { familyId, personId, sealedFor, sealed, mediaType } = found;
    about([attachmentId, familyId, ...(personId ? [personId] : [])]);
    const label = contentLabel(attachmentId);
    const content = openBytes(sealed, { ...key, personId: sealedFor, label }, keyFor);
    return {
      fileName: mediaType === 'image/jpeg' ? 'attachment.jpg' : 'attachment.pdf',
      mediaType,
      pieces: inOnePiece(content),
    };
  },

  async withdrawAttachment({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { attachmentId, reason } = input;
    const found = await findAttachment(tx, asker, attachmentId);
    if (!found) throw new Problem('not-found');
    about([attachmentId, found.familyId, ...(found.personId ? [found.personId] : [])], { reason });
    await insertWithdrawal(tx, asker, { attachmentId, reason, now });
    return {};
  },
};

export const filesRoutes = routesOf(filesContract, handlers);

/** Bound to the attachment and the place in it: no piece opens as another, and none as the whole. */
const pieceLabel = (id: string, place: number): string => `attachment ${id} piece ${place}`;
const contentLabel = (id: string): string => `attachment ${id}`;

/** The data key under which something about a family or one of its members is to lie. */
async function keyOf(
  asking: { tx: Tx; actor: SignedInActor },
  about: { familyId: string; personId: string | null; on: string },
) {
  const personId = await keyPersonForWriting(asking, about);
  const key = await findDataKey(asking.tx, personId);
  if (!key) throw new Problem('not-found');
  return { ...key, personId };
}

async function* inOnePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
