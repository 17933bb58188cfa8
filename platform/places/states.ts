/** The states of the USA and the provinces of Canada by which cities are told apart ('Portland, OR', 'London, Ontario'). */
export const STATES: Readonly<Record<string, string>> = {
  US: `AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;
DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;
KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;
MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;
NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;
SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;
WV West Virginia;WI Wisconsin;WY Wyoming;NY 뉴욕주;CA 캘리포니아;CA 캘리포니아주;WA 워싱턴주;TX 텍사스;IL 일리노이;
NJ 뉴저지;GA 조지아;VA 버지니아;MD 메릴랜드;HI 하와이;PA 펜실베이니아;MA 매사추세츠;FL 플로리다;OH 오하이오`,
  CA: `ON Ontario;BC British Columbia;QC Quebec;AB Alberta;MB Manitoba;SK Saskatchewan;NS Nova Scotia;
NB New Brunswick;NL Newfoundland;PE Prince Edward Island;ON 온타리오;QC 퀘벡`,
};
