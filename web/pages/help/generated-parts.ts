import type { ComponentType } from 'react';
import type { GeneratedPart } from '../../help/help-topic.ts';
import { AttainmentPathsPart } from './parts/AttainmentPathsPart.tsx';
import { GlossaryPart } from './parts/GlossaryPart.tsx';
import { ReasonsPart } from './parts/ReasonsPart.tsx';
import { ReportColumnsPart } from './parts/ReportColumnsPart.tsx';
import { RolesPart } from './parts/RolesPart.tsx';

export const GENERATED_PARTS: Readonly<Record<GeneratedPart, ComponentType>> = {
  'attainment-paths': AttainmentPathsPart,
  'report-columns': ReportColumnsPart,
  reasons: ReasonsPart,
  roles: RolesPart,
  glossary: GlossaryPart,
};
