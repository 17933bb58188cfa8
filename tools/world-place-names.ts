/**
 * Other names of cities abroad: Korean, in today's spelling and, for China, also as the characters are read
 * in Korean (북경, 연길), and older or shorter English ones (Saigon, LA).
 *
 * `>country` or `>country state` opens a block; then `Name=other name,other name`. A line without `=` only asks
 * for the city to be kept in world.data.ts although it is small: many Koreans were born there.
 * `Name` is as in world.data.ts; of two in one country and state the larger is meant.
 */
const WORLD_NAMES = `
>US NY
New York=뉴욕,뉴욕시,NYC
Manhattan=맨해튼,맨하탄
Brooklyn=브루클린
Queens=퀸스,퀸즈,플러싱,Flushing
Bronx=브롱크스
Staten Island=스태튼아일랜드
Buffalo=버펄로,버팔로
Ithaca=이타카
>US NJ
Newark=뉴어크
Jersey City=저지시티
Fort Lee=포트리
Palisades Park=팰리세이즈파크
Princeton=프린스턴
>US CA
Los Angeles=로스앤젤레스,로스엔젤레스,엘에이,나성,LA
San Francisco=샌프란시스코,상항,SF
San Jose=산호세,새너제이
San Diego=샌디에이고
Oakland=오클랜드
Sacramento=새크라멘토
Irvine=어바인
Fullerton=풀러턴
Buena Park=부에나파크
Garden Grove=가든그로브
Anaheim=애너하임
Torrance=토런스,토랜스
Glendale=글렌데일
Cerritos=세리토스
Diamond Bar=다이아몬드바
Long Beach=롱비치
Riverside=리버사이드
Berkeley=버클리
Fremont=프리몬트
Sunnyvale=서니베일
Santa Clara=샌타클래라,산타클라라
Cupertino=쿠퍼티노
Palo Alto=팰로앨토,팔로알토
Fresno=프레즈노
>US WA
Seattle=시애틀
Tacoma=타코마,터코마
Bellevue=벨뷰
Federal Way=페더럴웨이
Lynnwood=린우드
>US IL
Chicago=시카고
Glenview
Champaign=샴페인
>US TX
Houston=휴스턴
Dallas=댈러스,달라스
Austin=오스틴
San Antonio=샌안토니오
Fort Worth=포트워스
Killeen=킬린
>US DC
Washington=워싱턴,워싱턴DC,Washington DC,Washington D.C.
>US VA
Annandale=애넌데일,애난데일
Centreville=센터빌
Fairfax=페어팩스
Richmond=리치먼드
>US MD
Baltimore=볼티모어
Ellicott City=엘리컷시티
>US PA
Philadelphia=필라델피아
Pittsburgh=피츠버그
>US MA
Boston=보스턴
Cambridge
>US CT
New Haven=뉴헤이븐
>US GA
Atlanta=애틀랜타,아틀란타
Duluth=덜루스
Suwanee=스와니
Johns Creek=존스크릭
>US FL
Miami=마이애미
Orlando=올랜도
Tampa=탬파
Jacksonville=잭슨빌
>US MI
Detroit=디트로이트
Ann Arbor=앤아버
>US OH
Columbus=콜럼버스
Cleveland=클리블랜드
Cincinnati=신시내티
>US NC
Charlotte=샬럿
Raleigh=롤리
>US TN
Nashville=내슈빌
Memphis=멤피스
>US LA
New Orleans=뉴올리언스
>US MO
St. Louis=세인트루이스
Kansas City=캔자스시티
>US MN
Minneapolis=미니애폴리스
>US WI
Milwaukee=밀워키
>US IN
Indianapolis=인디애나폴리스
>US AL
Montgomery=몽고메리
>US AZ
Phoenix=피닉스
Tucson=투손
>US NV
Las Vegas=라스베이거스,라스베가스
>US UT
Salt Lake City=솔트레이크시티
>US CO
Denver=덴버
>US OR
Portland=포틀랜드
>US AK
Anchorage=앵커리지
>US HI
Honolulu=호놀룰루,하와이,Hawaii
>GU
Hagåtña=괌,하갓냐,Guam,Agana
>MP
Saipan=사이판
>CA ON
Toronto=토론토
Ottawa=오타와
Mississauga=미시소가,미시사가
Markham=마캄
Hamilton=해밀턴
London
>CA BC
Vancouver=밴쿠버,벤쿠버
Burnaby=버나비
Surrey=서리
Coquitlam=코퀴틀람
Richmond
Victoria=빅토리아
>CA QC
Montréal=몬트리올
Quebec City=퀘벡,Quebec
>CA AB
Calgary=캘거리
Edmonton=에드먼턴,에드먼튼
>CA MB
Winnipeg=위니펙,위니팩
>JP
Tokyo=도쿄,동경,도쿄도
Osaka=오사카,대판
Kyoto=교토,경도
Yokohama=요코하마,횡빈
Nagoya=나고야
Kobe=고베,신호
Sapporo=삿포로
Fukuoka=후쿠오카,복강
Kitakyushu=기타큐슈
Shimonoseki=시모노세키,하관
Hiroshima=히로시마,광도
Nagasaki=나가사키,장기
Sendai=센다이
Kawasaki=가와사키
Saitama=사이타마
Chiba=지바
Niigata=니가타
Okayama=오카야마
Kumamoto=구마모토
Kagoshima=가고시마
Ōita=오이타
Miyazaki=미야자키
Matsuyama=마쓰야마
Kanazawa=가나자와
Shizuoka=시즈오카
Hamamatsu=하마마쓰
Nara-shi=나라,Nara
Gifu-shi=기후,Gifu
Sakai=사카이
Himeji=히메지
Naha=나하,오키나와,Okinawa
Hakodate=하코다테
Tsushima=쓰시마,대마도
>CN
Beijing=베이징,북경,Peking,Peiping
Shanghai=상하이,상해
Tianjin=톈진,텐진,천진,Tientsin
Chongqing=충칭,중경,Chungking
Guangzhou=광저우,광주,Canton
Shenzhen=선전,심천
Shenyang=선양,심양,봉천,Mukden
Dalian=다롄,대련,Dairen
Dandong=단둥,단동
Changchun=창춘,장춘,신경
Jilin=지린,길림
Harbin=하얼빈
Yanji=옌지,연길
Longjing=룽징,용정
Hunchun=훈춘
Tumen=투먼,도문
Mudanjiang=무단장,목단강
Qiqihar=치치하얼
Fushun=푸순,무순
Anshan=안산
Qingdao=칭다오,청도,Tsingtao
Yantai=옌타이,연태
Weihai=웨이하이,위해
Jinan=지난,제남
Nanjing=난징,남경,Nanking
Suzhou=쑤저우,소주
Wuxi=우시,무석
Hangzhou=항저우,항주
Ningbo=닝보,영파
Wuhan=우한,무한
Changsha=창사,장사
Chengdu=청두,성도
Xi’an=시안,서안,Sian
Xiamen=샤먼,하문,Amoy
Kunming=쿤밍,곤명
Guilin=구이린,계림
Zhengzhou=정저우,정주
Shijiazhuang=스자좡,석가장
Taiyuan=타이위안,태원
Hefei=허페이,합비
Nanchang=난창,남창
Fuzhou=푸저우,복주
Dongguan=둥관,동관
Foshan=포산,불산
Zhuhai=주하이,주해
Haikou=하이커우,해구
Sanya=싼야,삼아
Ürümqi=우루무치
Hohhot=후허하오터
Lanzhou=란저우
Yancheng=옌청,염성
>HK
Hong Kong=홍콩
Kowloon=구룡
>MO
Macau=마카오,Macao
>TW
Taipei=타이베이,타이페이,대북
Kaohsiung=가오슝,카오슝
Taichung=타이중
Tainan=타이난
>MN
Ulaanbaatar=울란바토르,Ulan Bator
>VN
Hanoi=하노이
Ho Chi Minh City=호찌민,호치민,호찌민시,호치민시,사이공,Saigon
Da Nang=다낭,Danang
Haiphong=하이퐁
Nha Trang=나트랑,냐짱
Huế=후에
Cần Thơ=껀터
Vũng Tàu=붕따우
>TH
Bangkok=방콕
Chiang Mai=치앙마이
Phuket=푸껫,푸켓
Pattaya=파타야
>PH
Manila=마닐라
Quezon City=케손시티,퀘존
Cebu City=세부
Angeles City=앙헬레스,클락
Baguio=바기오
Davao=다바오
>ID
Jakarta=자카르타
Surabaya=수라바야
Bandung=반둥
Denpasar=덴파사르,발리,Bali
Tangerang=탕에랑,땅그랑
>MY
Kuala Lumpur=쿠알라룸푸르,KL
Johor Bahru=조호르바루
George Town=페낭,Penang
Kota Kinabalu=코타키나발루
>SG
Singapore=싱가포르,싱가폴
>KH
Phnom Penh=프놈펜
Siem Reap=시엠립,씨엠립
>LA
Vientiane=비엔티안
>MM
Yangon=양곤,랑군,Rangoon
Mandalay=만달레이
>BN
Bandar Seri Begawan=반다르스리브가완
>IN
Delhi=델리
New Delhi=뉴델리
Mumbai=뭄바이,봄베이,Bombay
Kolkata=콜카타,캘커타,Calcutta
Chennai=첸나이,마드라스,Madras
Bengaluru=벵갈루루,방갈로르,Bangalore
Hyderābād=하이데라바드
Pune=푸네
Gurgaon=구르가온,Gurugram
Noida=노이다
>BD
Dhaka=다카,Dacca
Chattogram=치타공,Chittagong
>PK
Karachi=카라치
Lahore=라호르
Islamabad=이슬라마바드
>LK
Colombo=콜롬보
>NP
Kathmandu=카트만두
>AF
Kabul=카불
>UZ
Tashkent=타슈켄트
Samarkand=사마르칸트
>KZ
Almaty=알마티,알마아타,Alma-Ata
Astana=아스타나,Nur-Sultan
Kyzylorda=크즐오르다
Karagandy=카라간다
>KG
Bishkek=비슈케크,Frunze
>TJ
Dushanbe=두샨베
>TM
Ashgabat=아시가바트
>RU
Moscow=모스크바
Saint Petersburg=상트페테르부르크,레닌그라드,St Petersburg,Leningrad,Petrograd
Vladivostok=블라디보스토크,해삼위
Khabarovsk=하바롭스크
Yuzhno-Sakhalinsk=유즈노사할린스크,사할린,Sakhalin
Ussuriysk=우수리스크
Novosibirsk=노보시비르스크
Irkutsk=이르쿠츠크
Yekaterinburg=예카테린부르크
Rostov-on-Don=로스토프,Rostov
>UA
Kyiv=키이우,키예프,Kiev
Odesa=오데사,Odessa
Kharkiv=하르키우,Kharkov
>AE
Dubai=두바이
Abu Dhabi=아부다비
>SA
Riyadh=리야드
Jeddah=제다
Dammam=담맘
Jubail=주베일
>QA
Doha=도하
>KW
Kuwait City=쿠웨이트,Kuwait
>BH
Manama=마나마
>OM
Muscat=무스카트
>IQ
Baghdad=바그다드
>IR
Tehran=테헤란
>IL
Jerusalem=예루살렘
Tel Aviv=텔아비브
>JO
Amman=암만
>LB
Beirut=베이루트
>SY
Damascus=다마스쿠스
>TR
Istanbul=이스탄불
Ankara=앙카라
İzmir=이즈미르
>GB
London=런던
Manchester=맨체스터
Birmingham=버밍엄
Edinburgh=에든버러
Glasgow=글래스고
Liverpool=리버풀
Leeds=리즈
Sheffield=셰필드
Oxford=옥스퍼드
Cambridge=케임브리지,캠브리지
Kingston upon Hull=Hull
>IE
Dublin=더블린
>FR
Paris=파리
Lyon=리옹,Lyons
Marseille=마르세유,Marseilles
Strasbourg=스트라스부르
Toulouse=툴루즈
Nice=니스
Bordeaux=보르도
Lille=릴
Grenoble=그르노블
>DE
Berlin=베를린,백림
Frankfurt=프랑크푸르트,Frankfurt am Main
Munich=뮌헨,München
Hamburg=함부르크
Cologne=쾰른,Köln,Koeln
Düsseldorf=뒤셀도르프
Stuttgart=슈투트가르트
Bonn=본
Essen=에센
Bochum=보훔
Duisburg=뒤스부르크
Leipzig=라이프치히
Dresden=드레스덴
Hanover=하노버,Hannover
Nuremberg=뉘른베르크,Nürnberg
Bremen=브레멘
Heidelberg=하이델베르크
Göttingen=괴팅겐
Tübingen=튀빙겐
Aachen=아헨
Mainz=마인츠
Freiburg=프라이부르크
>AT
Vienna=빈,비엔나,Wien
Salzburg=잘츠부르크
Graz=그라츠
>CH
Zürich=취리히
Geneva=제네바,Genève
Bern=베른
Basel=바젤
>NL
Amsterdam=암스테르담
Rotterdam=로테르담
The Hague=헤이그,Den Haag
Eindhoven=에인트호번
>BE
Brussels=브뤼셀
Antwerp=안트베르펜,앤트워프,Antwerpen
>LU
Luxembourg=룩셈부르크
>IT
Rome=로마,Roma
Milan=밀라노,Milano
Florence=피렌체,플로렌스,Firenze
Venice=베네치아,베니스,Venezia
Naples=나폴리,Napoli
Turin=토리노,Torino
Genoa=제노바,Genova
Bologna=볼로냐
>ES
Madrid=마드리드
Barcelona=바르셀로나
Seville=세비야,Sevilla
Valencia=발렌시아
Las Palmas de Gran Canaria=라스팔마스,Las Palmas
>PT
Lisbon=리스본,Lisboa
Porto=포르투
>GR
Athens=아테네
>SE
Stockholm=스톡홀름
Gothenburg=예테보리,Göteborg
>NO
Oslo=오슬로
>DK
Copenhagen=코펜하겐
>FI
Helsinki=헬싱키
>IS
Reykjavík=레이캬비크
>PL
Warsaw=바르샤바
Wrocław=브로츠와프
Kraków=크라쿠프,Cracow
>CZ
Prague=프라하
>SK
Bratislava=브라티슬라바
Žilina=질리나
>HU
Budapest=부다페스트
>RO
Bucharest=부쿠레슈티,부카레스트
>BG
Sofia=소피아
>RS
Belgrade=베오그라드
>HR
Zagreb=자그레브
>BY
Minsk=민스크
>GE
Tbilisi=트빌리시
>AM
Yerevan=예레반
>AZ
Baku=바쿠
>AU
Sydney=시드니
Melbourne=멜버른,멜번
Brisbane=브리즈번,브리스번
Perth=퍼스
Adelaide=애들레이드
Gold Coast=골드코스트
Canberra=캔버라
>NZ
Auckland=오클랜드
Wellington=웰링턴
Christchurch=크라이스트처치
Hamilton
>FJ
Suva=수바
>PW
Ngerulmud=팔라우,Palau
>MX
Mexico City=멕시코시티,멕시코시,Ciudad de México
Monterrey=몬테레이
Tijuana=티후아나
Guadalajara=과달라하라
>GT
Guatemala City=과테말라시티,과테말라
>CR
San José=산호세
>SV
San Salvador=산살바도르
>PA
Panama City=파나마,파나마시티,Panama
>CU
Havana=아바나,하바나
>DO
Santo Domingo=산토도밍고
>BR
São Paulo=상파울루,상파울로
Rio de Janeiro=리우데자네이루,리우
Brasília=브라질리아
Curitiba=쿠리치바
Porto Alegre=포르투알레그리
>AR
Buenos Aires=부에노스아이레스
Córdoba=코르도바
>CL
Santiago=산티아고
>PE
Lima=리마
>CO
Bogotá=보고타
Medellín=메데인
>EC
Quito=키토
Guayaquil=과야킬
>BO
La Paz=라파스
Santa Cruz de la Sierra=산타크루스
>PY
Asunción=아순시온
Ciudad del Este=시우다드델에스테
>UY
Montevideo=몬테비데오
>VE
Caracas=카라카스
>EG
Cairo=카이로
Alexandria=알렉산드리아
>MA
Casablanca=카사블랑카
>LY
Tripoli=트리폴리
Benghazi=벵가지
>NG
Lagos=라고스
Abuja=아부자
>GH
Accra=아크라
>KE
Nairobi=나이로비
>ET
Addis Ababa=아디스아바바
>TZ
Dar es Salaam=다르에스살람
>UG
Kampala=캄팔라
>SN
Dakar=다카르
>ZA
Johannesburg=요하네스버그
Cape Town=케이프타운
Pretoria=프리토리아
Durban=더반
`;

export interface WorldName {
  readonly country: string;
  readonly state: string | undefined;
  readonly name: string;
  readonly others: readonly string[];
}

/** The lines above, read. */
export function* worldNames(): Generator<WorldName> {
  let country = '';
  let state: string | undefined;
  for (const line of WORLD_NAMES.split('\n')) {
    if (line.startsWith('>')) [country = '', state] = line.slice(1).split(' ');
    else if (line !== '') {
      const [name = '', others] = line.split('=');
      yield { country, state, name, others: others?.split(',') ?? [] };
    }
  }
}
