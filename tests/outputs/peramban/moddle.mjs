// Parses BPMN files and prints, per file, the warnings and how many elements of each kind it found.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const entry = createRequire(modules + '/').resolve('bpmn-moddle');
const { BpmnModdle } = await import(pathToFileURL(entry).href);
const found = [];
for (const file of files) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(await readFile(file, 'utf8'));
  const process_ = rootElement.rootElements.find((e) => e.$type === 'bpmn:Process');
  const plane = rootElement.diagrams?.[0]?.plane?.planeElement ?? [];
  found.push({
    warnings: warnings.map((w) => w.message),
    elements: (process_.flowElements ?? []).map((e) => [e.$type, e.name ?? null]),
    lanes: (process_.laneSets?.[0]?.lanes ?? []).map((l) => [l.name, (l.flowNodeRef ?? []).length]),
    flows: (process_.flowElements ?? [])
      .filter((e) => e.$type === 'bpmn:SequenceFlow')
      .map((e) => [e.sourceRef.id, e.targetRef.id, e.name ?? null]),
    drawn: plane.length,
  });
}
console.log(JSON.stringify(found));
