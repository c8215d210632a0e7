import type { ReportColumn } from '../shared/report-tables/report-table.ts';
import type { EntitySet } from './entity-sets.ts';

export const NAMESPACE = 'Jalon';
/** The key of every row: the reports themselves have none. */
export const KEY = 'Id';

export const EDM_TYPES: Readonly<Record<ReportColumn['kind'], string>> = {
  text: 'Edm.String',
  day: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
  number: 'Edm.Double',
  boolean: 'Edm.Boolean',
};

export function typeName({ name }: Pick<EntitySet, 'name'>): string {
  return `${name}Row`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function property({ name, kind }: ReportColumn, about: string | null): string {
  const attributes = `Name="${name}" Type="${EDM_TYPES[kind]}"`;
  if (about === null) return `        <Property ${attributes}/>`;
  const note = `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(about)}"/>`;
  return `        <Property ${attributes}>${note}</Property>`;
}

function entityType(set: EntitySet): string {
  return [
    `      <EntityType Name="${typeName(set)}">`,
    `        <Key><PropertyRef Name="${KEY}"/></Key>`,
    `        <Property Name="${KEY}" Type="Edm.String" Nullable="false"/>`,
    ...set.columns.map((column) => property(column, set.about(column.name))),
    '      </EntityType>',
  ].join('\n');
}

/** What the feed cannot do, so that programs do it themselves. */
const CAPABILITIES = [
  '        <Annotation Term="Org.OData.Capabilities.V1.ConformanceLevel" EnumMember="Org.OData.Capabilities.V1.ConformanceLevelType/Minimal"/>',
  '        <Annotation Term="Org.OData.Capabilities.V1.FilterFunctions"><Collection><String>contains</String><String>startswith</String><String>endswith</String></Collection></Annotation>',
  '        <Annotation Term="Org.OData.Capabilities.V1.BatchSupported" Bool="false"/>',
].join('\n');

const READ_ONLY = ['InsertRestrictions', 'UpdateRestrictions', 'DeleteRestrictions'].map((restriction) => {
  const property = { InsertRestrictions: 'Insertable', UpdateRestrictions: 'Updatable' }[restriction];
  const value = `<PropertyValue Property="${property ?? 'Deletable'}" Bool="false"/>`;
  return `          <Annotation Term="Org.OData.Capabilities.V1.${restriction}"><Record>${value}</Record></Annotation>`;
});

function entitySet(set: EntitySet): string {
  return [
    `        <EntitySet Name="${set.name}" EntityType="${NAMESPACE}.${typeName(set)}">`,
    ...READ_ONLY,
    '        </EntitySet>',
  ].join('\n');
}

/** The description of the feed for one reader (CSDL XML 4.0). */
export function metadataDocument(sets: readonly EntitySet[]): string {
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '  <edmx:DataServices>',
    `    <Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...sets.map(entityType),
    '      <EntityContainer Name="Reports">',
    CAPABILITIES,
    ...sets.map(entitySet),
    '      </EntityContainer>',
    '    </Schema>',
    '  </edmx:DataServices>',
    '</edmx:Edmx>',
  ].join('\n')}\n`;
}
