import { createRequire } from 'node:module';

/** A line of a document: what it is, and what it says. */
export interface PdfFact {
  readonly label: string;
  readonly value: string;
}

export interface PdfSection {
  readonly heading: string;
  readonly facts: readonly PdfFact[];
}

/** Whom a document is from or for, in lines as on an envelope; the first one is the name. */
export interface PdfParty {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface PdfColumn {
  readonly heading: string;
  /** Of the width of the page, beside the shares of the others. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

export interface PdfTable {
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Below the rows at the right; the last one is what it all comes to. */
  readonly totals: readonly PdfFact[];
}

/** A short document of headed facts, as one would hand it to somebody. */
export interface PdfDocument {
  readonly title: string;
  /** Below the title: of what day it is, or what it is for. */
  readonly lead: string;
  /** Side by side below the lead. */
  readonly parties?: readonly PdfParty[];
  /** Between them and the sections. */
  readonly table?: PdfTable;
  readonly sections: readonly PdfSection[];
  /** The small print at the end. */
  readonly note: string;
  /** Language of the text, for whoever has it read aloud. */
  readonly language: string;
  readonly madeAt: Date;
}

const require = createRequire(import.meta.url);
/** The letters travel in the document: names of Łódź or Αθήνα are as right as those of Besançon. */
const FONTS = { text: 'DejaVuSans.ttf', strong: 'DejaVuSans-Bold.ttf' } as const;
const MARGIN = 56;
const LABEL_WIDTH = 170;
const GAP = 16;
const INK = '#242424';
const QUIET = '#616161';
const LINE = '#c8c8c8';

type Pdf = PDFKit.PDFDocument;

function fontFile(name: keyof typeof FONTS): string {
  return require.resolve(`dejavu-fonts-ttf/ttf/${FONTS[name]}`);
}

/** Two columns of which the higher one decides where the next fact begins; a fact is never cut in two. */
function writeFact(pdf: Pdf, { label, value }: PdfFact): void {
  const { width, height } = pdf.page;
  const valueWidth = width - 2 * MARGIN - LABEL_WIDTH;
  pdf.font('text').fontSize(10);
  const needed = Math.max(
    pdf.heightOfString(label, { width: LABEL_WIDTH - 12 }),
    pdf.heightOfString(value, { width: valueWidth }),
  );
  if (pdf.y + needed > height - MARGIN) pdf.addPage();
  const top = pdf.y;
  pdf.fillColor(QUIET).text(label, MARGIN, top, { width: LABEL_WIDTH - 12 });
  pdf.fillColor(INK).text(value, MARGIN + LABEL_WIDTH, top, { width: valueWidth });
  pdf.x = MARGIN;
  pdf.y = top + needed + 6;
}

function writeSection(pdf: Pdf, { heading, facts }: PdfSection): void {
  // A heading stays with the first of its facts.
  if (pdf.y + 72 > pdf.page.height - MARGIN) pdf.addPage();
  pdf.moveDown(0.8).font('strong').fontSize(12).fillColor(INK).text(heading, MARGIN).moveDown(0.4);
  for (const fact of facts) writeFact(pdf, fact);
}

function writeParties(pdf: Pdf, parties: readonly PdfParty[]): void {
  const width = (pdf.page.width - 2 * MARGIN - GAP * (parties.length - 1)) / parties.length;
  const top = pdf.y + 18;
  let end = top;
  for (const [index, { heading, lines }] of parties.entries()) {
    pdf.font('text').fontSize(9).fillColor(QUIET);
    pdf
      .text(heading, MARGIN + index * (width + GAP), top, { width })
      .moveDown(0.3)
      .fontSize(10)
      .fillColor(INK);
    for (const [place, line] of lines.entries())
      pdf.font(place === 0 ? 'strong' : 'text').text(line, { width });
    end = Math.max(end, pdf.y);
  }
  pdf.x = MARGIN;
  pdf.y = end + 6;
}

/** Cells beside one another, of which the highest one decides where the next row begins. */
function writeRow(pdf: Pdf, columns: readonly PdfColumn[], cells: readonly string[]): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const whole = pdf.page.width - 2 * MARGIN - GAP * (columns.length - 1);
  const top = pdf.y;
  let left = MARGIN;
  let end = top;
  for (const [index, { share, align }] of columns.entries()) {
    const width = (whole * share) / shares;
    pdf.text(cells[index] ?? '', left, top, { width, align });
    left += width + GAP;
    end = Math.max(end, pdf.y);
  }
  pdf.x = MARGIN;
  pdf.y = end + 5;
}

function drawLine(pdf: Pdf): void {
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(pdf.page.width - MARGIN, pdf.y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  pdf.y += 6;
}

function writeTable(pdf: Pdf, { columns, rows, totals }: PdfTable): void {
  pdf.moveDown(1.2).font('text').fontSize(9).fillColor(QUIET);
  const headings = columns.map(({ heading }) => heading);
  writeRow(pdf, columns, headings);
  drawLine(pdf);
  pdf.fontSize(10).fillColor(INK);
  for (const row of rows) writeRow(pdf, columns, row);
  drawLine(pdf);
  const sums: readonly PdfColumn[] = [
    { heading: '', share: 2, align: 'right' },
    { heading: '', share: 1, align: 'right' },
  ];
  for (const [index, { label, value }] of totals.entries()) {
    pdf.font(index === totals.length - 1 ? 'strong' : 'text');
    writeRow(pdf, sums, [label, value]);
  }
}

/** The document as the bytes of a PDF on A4, with real text that can be searched and copied. */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const { title, lead, parties = [], table, sections, note, language, madeAt } = document;
  // Loaded with the first document: a server that writes none does without it.
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: language,
    displayTitle: true,
    font: fontFile('text'),
    info: { Title: title, Creator: 'Jalon', Producer: 'Jalon', CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const name of ['text', 'strong'] as const) pdf.registerFont(name, fontFile(name));
  pdf.font('strong').fontSize(18).fillColor(INK).text(title);
  pdf.moveDown(0.3).font('text').fontSize(10).fillColor(QUIET).text(lead);
  if (parties.length > 0) writeParties(pdf, parties);
  if (table !== undefined) writeTable(pdf, table);
  for (const section of sections) writeSection(pdf, section);
  pdf.moveDown(1.5).font('text').fontSize(8).fillColor(QUIET).text(note, MARGIN);
  pdf.end();
  return written;
}
