import { readFileSync } from "node:fs";
import { openStore } from "/work/main/src/store/open.js"; import { loadKnowledge } from "/work/main/src/knowledge/index.js"; import { knowledgeFolder } from "/work/main/src/paths.js";
import { openRetrieval, reindex } from "/work/main/src/retrieval/index.js"; import { systemClock } from "/work/main/src/domain/clock.js";
import { importPath } from "/work/main/src/corpus/ingest.js"; import { prepareHome } from "/work/main/src/samples.js";
import { runPipeline } from "/work/main/src/answer/run-pipeline.js";
import { retrieve } from "/work/main/src/answer/steps/retrieve.js"; import { judge } from "/work/main/src/answer/steps/judge.js"; import { compose } from "/work/main/src/answer/steps/compose.js"; import { guard } from "/work/main/src/answer/steps/guard.js"; import { offer } from "/work/main/src/answer/steps/offer.js";
import { emptyDialog } from "/work/main/src/answer/dialog.js"; import { toSimplified } from "/work/main/src/text/traditional.js";
const k=loadKnowledge(knowledgeFolder); const store=openStore("/tmp/home2");
if (process.argv[2]==="build") { await prepareHome(store,k,systemClock,()=>{}); console.log(await importPath({store,gazetteer:k.places,officePlace:k.office.place,clock:systemClock},"/work/shared/data/laws",{dryRun:false,publishedBy:"x"})); console.log(await reindex(store,k.repealed,systemClock)); }
const r=await openRetrieval(store);
const rows=(f:string)=>readFileSync("/work/shared/data/residents/"+f+".jsonl","utf8").trim().split("\n").map(l=>JSON.parse(l));
const place=process.argv[3]??"广东省";
let n=0,r10=0,cited=0,trap=0,un=0; const feat:any[]=[];
for (const q of rows("questions")) { n++;
 const text=toSimplified(q.question);
 const t:any={text,maskedText:text,choice:null,place,asOf:"2026-11-23",route:"question",hits:[],answerability:null,draft:null,dialog:emptyDialog};
 const e=runPipeline([retrieve,judge,compose,guard,offer],t,{knowledge:k,retrieval:r,requests:null as any,clock:systemClock,conversationId:null,conversationProves:true});
 const isGold=(p:string,a:string|null)=>q.gold.some((g:any)=>g.path===p&&g.article===a);
 const hit=e.turn.hits.slice(0,10).some(h=>isGold(h.version.path,h.chunk.article)); if(hit) r10++;
 const reply=(e as any).reply; const c=reply.citations.some((c:any)=>isGold(c.path,c.article)); if(c&&reply.outcome==="answered") cited++;
 if(reply.citations.some((c:any)=>q.trap.includes(c.path)&&c.status==="in_force")) {trap++; console.log("TRAP",q.id)}
 if(reply.outcome!=="answered") un++;
 if (process.argv[4]==="v") console.log(q.id,hit?"H":"-",c?"C":"-",reply.outcome,reply.confidence.toFixed(2),e.trace.map((x:any)=>x.step+":"+x.status).join(" ").slice(-60),"|",q.question,"|",reply.citations.map((c:any)=>c.document+c.article).join(","));
}
console.log({n,r10,cited,trap,un});
