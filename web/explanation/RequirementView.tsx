import type { ComponentType } from 'react';
import type { RequirementNodeView } from '../../src/contract/explanation.ts';
import { AssetRequirement } from './AssetRequirement.tsx';
import { GroupRequirement } from './GroupRequirement.tsx';
import { PeopleRequirement } from './PeopleRequirement.tsx';
import { PerformanceRequirement } from './PerformanceRequirement.tsx';

type Kind = RequirementNodeView['kind'];
type NodeOf<K extends Kind> =
  Extract<RequirementNodeView, { kind: K }> extends never
    ? Extract<RequirementNodeView, { kind: 'all-of' | 'any-of' }>
    : Extract<RequirementNodeView, { kind: K }>;

/** One renderer for each kind of requirement; a new kind does not compile without one. */
const RENDERERS: { readonly [K in Kind]: ComponentType<{ node: NodeOf<K> }> } = {
  people: PeopleRequirement,
  performance: PerformanceRequirement,
  asset: AssetRequirement,
  'all-of': GroupRequirement,
  'any-of': GroupRequirement,
};

export function RequirementView({ node }: { node: RequirementNodeView }) {
  const Renderer = RENDERERS[node.kind] as ComponentType<{ node: RequirementNodeView }>;
  return <Renderer node={node} />;
}
