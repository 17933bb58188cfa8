import { fourPillars, chart } from '@heal7/saju-engine';
import { birthsBySeed, nameOf } from './test/unit/engine/peers/births.ts';
import { manseryeokPillars, ssajuPillars, lunarPillars, tymePillars } from './test/unit/engine/peers/peer-pillars.ts';
import { calculateFourPillars } from 'manseryeok';
const births = birthsBySeed(1, 30000);
const ours=(b:any,jasi:any)=>{const p=fourPillars(b.clock,undefined,{timeBasis:'standard',jasi});return [p.year.hanja,p.month.hanja,p.day.hanja,p.hour!.hanja]};
const peers:any={
 'manseryeok split':[(b:any)=>manseryeokPillars(b,'splitJasi'),'split'],
 'manseryeok jasi':[(b:any)=>manseryeokPillars(b,'jasi'),'jasi'],
 'manseryeok midnight':[(b:any)=>manseryeokPillars(b,'midnight'),'midnight'],
 'manseryeok clock':[(b:any)=>{const [y,m,d]=b.clock.date.split('-').map(Number);const [h,mi]=b.clock.time.split(':').map(Number);const r=calculateFourPillars({year:y,month:m,day:d,hour:h,minute:mi,dayBoundary:'splitJasi',trueSolarTime:{longitude:135,applyEquationOfTime:false,applyHistoricalDst:true}});return [r.yearHanja,r.monthHanja,r.dayHanja,r.hourHanja]},'split'],
 'ssaju midnight':[ssajuPillars,'midnight'],'ssaju split':[ssajuPillars,'split'],'ssaju jasi':[ssajuPillars,'jasi'],
 'lunar split':[(b:any)=>lunarPillars(b,'split'),'split'],'lunar jasi':[(b:any)=>lunarPillars(b,'jasi'),'jasi'],
 'tyme split':[(b:any)=>tymePillars(b,'split'),'split'],'tyme jasi':[(b:any)=>tymePillars(b,'jasi'),'jasi'],
};
for (const [name,[f,jasi]] of Object.entries(peers) as any) { let bad=0; const ex:string[]=[]; const t=performance.now(); for(const b of births){const o=ours(b,jasi).join(' ');let p;try{p=f(b).join(' ')}catch(e){p=String(e)}; if(o!==p){bad++; if(ex.length<8) ex.push(nameOf(b)+' ours '+o+' theirs '+p)}} console.log(name,bad,(performance.now()-t|0)+'ms',ex); }
