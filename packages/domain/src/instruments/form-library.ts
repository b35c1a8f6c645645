import { Problem } from '../problem.ts';
import { compileForm } from './compile-form.ts';
import type { CompiledForm } from './compiled-form.ts';
import type { FormPackage } from './form-package.ts';
import { gad7 } from './library/gad-7/gad-7.ts';
import { ghq12 } from './library/ghq-12/ghq-12.ts';
import { needsAssessment2022 } from './library/needs-assessment-2022/needs-assessment-2022.ts';
import { phq8 } from './library/phq-8/phq-8.ts';
import { who5 } from './library/who-5/who-5.ts';

/** Every released version stays here for as long as answers to it exist; the newest of a code stands first. */
const PACKAGES: readonly FormPackage[] = [needsAssessment2022, ghq12, who5, phq8, gad7];

const compiled = new Map<FormPackage, CompiledForm>();

/** The packages that come with Tirek. */
export function listForms(): readonly FormPackage[] {
  return PACKAGES;
}

/** The compiled form of a code, of the newest version unless one is named; null when there is none. */
export function findForm(code: string, version?: string): CompiledForm | null {
  const pkg = PACKAGES.find(
    (one) => one.code === code && (version === undefined || one.version === version),
  );
  if (!pkg) return null;
  const known = compiled.get(pkg);
  if (known) return known;
  const result = compileForm(pkg);
  // Cannot happen: a test compiles every package that ships.
  if (result.kind === 'refused') throw new Problem('internal', { findings: result.findings });
  compiled.set(pkg, result.form);
  return result.form;
}
