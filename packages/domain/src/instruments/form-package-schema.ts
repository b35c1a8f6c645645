import * as z from 'zod/mini';
import { ConclusionRule, SignalRule } from './conclusion.ts';
import {
  BooleanItem,
  ChoiceItem,
  Constraint,
  DateItem,
  DecimalItem,
  DisplayItem,
  GroupItem,
  IntegerItem,
  LinkId,
  MultiChoiceItem,
  Option,
  OptionId,
  RosterItem,
  Sensitivity,
  TextItem,
} from './form-item.ts';
import { FormPackage, Licence, WorkedExample } from './form-package.ts';
import { Band, BandSet, EvidenceByLanguage, Scale } from './scale.ts';
import { CitedWork, Source } from './source.ts';
import { FallbackChain, Translated } from './translated.ts';

/** Parts that get a name in the schema. */
const PARTS = {
  Band,
  BandSet,
  BooleanItem,
  ChoiceItem,
  CitedWork,
  ConclusionRule,
  Constraint,
  DateItem,
  DecimalItem,
  DisplayItem,
  EvidenceByLanguage,
  FallbackChain,
  GroupItem,
  IntegerItem,
  Licence,
  LinkId,
  MultiChoiceItem,
  Option,
  OptionId,
  RosterItem,
  Scale,
  Sensitivity,
  SignalRule,
  Source,
  TextItem,
  Translated,
  WorkedExample,
};

/** The JSON Schema (draft 2020-12) of a form package, for editors and other programs. */
export function formPackageSchema(): Record<string, unknown> {
  const metadata = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(PARTS)) metadata.add(part, { id });
  return {
    $id: 'urn:tirek:form-package:1',
    title: 'Tirek form package',
    description:
      'A questionnaire or instrument as data. What a schema cannot say (expressions, bands, coding) the compiler checks.',
    ...z.toJSONSchema(FormPackage, { metadata, target: 'draft-2020-12' }),
  };
}
