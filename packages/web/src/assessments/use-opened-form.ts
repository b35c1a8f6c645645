import {
  bundleForm,
  type CompiledForm,
  type OpenedForm,
  openForm,
} from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';
import { useMemo } from 'react';

/** A form opened for answering in one language. */
export const useOpenedForm = (
  form: CompiledForm,
  { language, today }: { language: Language; today: string },
): OpenedForm =>
  useMemo(() => openForm(bundleForm(form, language), today), [form, language, today]);
