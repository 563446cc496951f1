/**
 * How a letter looks: sizes, margins and the red head of 党政机关公文格式 (GB/T 9704-2012); 仿宋 in 16 pt for the text, with what a
 * machine without that font has. On a phone the sheet is as wide as the screen.
 */
export const letterStyle = `
:root { --text: "FangSong", "FangSong_GB2312", "STFangsong", "仿宋", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
  --title: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
  --heading: "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
@page { size: A4; margin: 37mm 26mm 30mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #e9e9e6; color: #111; font: 16pt/1.75 var(--text); overflow-wrap: anywhere; line-break: strict; }
main { width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 25mm 26mm 25mm 28mm; background: #fff;
  box-shadow: 0 0 4mm rgb(0 0 0 / 15%); }
p { margin: 0; text-align: justify; text-indent: 2em; orphans: 2; widows: 2; }
.address { word-break: break-all; }
.whole { white-space: nowrap; }
header { border-bottom: 0.7mm solid #c8102e; margin-bottom: 12mm; }
header p, .addressee, .contact, .signature p { text-indent: 0; }
.office { color: #c8102e; font: bold 36pt/1.3 var(--title); letter-spacing: 0.12em; margin-right: -0.12em; text-align: center; }
.number { text-align: center; margin: 6mm 0 3mm; }
h1 { font: bold 22pt/1.4 var(--title); text-align: center; text-wrap: balance; margin: 0 0 8mm; }
h2 { font: 16pt/1.75 var(--heading); margin: 4mm 0 0; text-indent: 2em; break-after: avoid; }
.signature { width: max-content; max-width: 100%; margin: 14mm 2em 0 auto; break-before: avoid; break-inside: avoid; }
.signature p { text-align: center; }
footer { margin-top: 14mm; font-size: 12pt; line-height: 1.6; }
footer h2 { font-size: 12pt; text-indent: 0; }
footer ul { margin: 1mm 0 4mm; padding-left: 1.2em; }
.contact { border-top: 0.3mm solid #111; border-bottom: 0.3mm solid #111; padding: 1.5mm 0; text-align: left; break-inside: avoid; }
@media (max-width: 210mm) {
  body { background: #fff; font-size: 13pt; }
  main { min-height: 0; margin: 0; padding: 6vw; box-shadow: none; }
  .office { font-size: 24pt; }
  h1 { font-size: 17pt; }
  h2 { font-size: 13pt; }
}
@media print {
  body { background: none; font-size: 16pt; }
  main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .office { font-size: 36pt; }
  h1 { font-size: 22pt; }
  h2 { font-size: 16pt; }
  footer h2 { font-size: 12pt; }
}`.trim();
