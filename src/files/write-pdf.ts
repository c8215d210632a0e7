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

/** A short document of headed facts, as one would hand it to somebody. */
export interface PdfDocument {
  readonly title: string;
  /** Below the title: of what day it is, or what it is for. */
  readonly lead: string;
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
const INK = '#242424';
const QUIET = '#616161';

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

/** The document as the bytes of a PDF on A4, with real text that can be searched and copied. */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const { title, lead, sections, note, language, madeAt } = document;
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
  for (const section of sections) writeSection(pdf, section);
  pdf.moveDown(1.5).font('text').fontSize(8).fillColor(QUIET).text(note, MARGIN);
  pdf.end();
  return written;
}
