// Written by tools/generate-places.ts out of GeoNames (geonames.org, CC BY 4.0); README.md tells more.
// `>country time-zone state`, then `name;latitude;longitude;population in 10,000;other names…`.
export const WORLD = `
>AD Europe/Andorra
Andorra la Vella;42.51;1.52;2
>AE Asia/Dubai
Abu Dhabi;24.45;54.4;60;아부다비
Al Ain City;24.19;55.76;85
Dubai;25.08;55.31;348;두바이
Sharjah;25.34;55.41;127
>AF Asia/Kabul
Kabul;34.53;69.17;443;카불
>AG America/Antigua
Saint John’s;17.12;-61.84;2
>AI America/Anguilla
The Valley;18.22;-63.06;0
>AL Europe/Tirane
Tirana;41.33;19.82;42
>AM Asia/Yerevan
Yerevan;40.18;44.51;109;예레반
>AO Africa/Luanda
Luanda;-8.84;13.23;278
>AR America/Argentina/Buenos_Aires
Buenos Aires;-34.61;-58.38;289;부에노스아이레스
>AR America/Argentina/Cordoba
Córdoba;-31.41;-64.18;132;코르도바
Rosario;-32.95;-60.64;95
>AS Pacific/Pago_Pago
Pago Pago;-14.28;-170.7;1
>AT Europe/Vienna
Graz;47.07;15.45;30;그라츠
Salzburg;47.8;13.04;16;잘츠부르크
Vienna;48.21;16.37;169;빈;비엔나;Wien
>AU Australia/Adelaide
Adelaide;-34.93;138.6;139;애들레이드
>AU Australia/Brisbane
Brisbane;-27.47;153.03;258;브리즈번;브리스번
Gold Coast;-28;153.43;64;골드코스트
Logan City;-27.64;153.11;33
>AU Australia/Hobart
Hobart;-42.88;147.33;25
>AU Australia/Melbourne
Geelong;-38.15;144.36;27
Melbourne;-37.81;144.96;492;멜버른;멜번
>AU Australia/Perth
Perth;-31.95;115.86;219;퍼스
>AU Australia/Sydney
Canberra;-35.28;149.13;37;캔버라
Newcastle;-32.93;151.78;35
Sydney;-33.87;151.21;523;시드니
Wollongong;-34.42;150.89;28
>AW America/Aruba
Oranjestad;12.52;-70.03;3
>AX Europe/Mariehamn
Mariehamn;60.1;19.93;1
>AZ Asia/Baku
Baku;40.38;49.89;112;바쿠
>BA Europe/Sarajevo
Sarajevo;43.85;18.36;70
>BB America/Barbados
Bridgetown;13.11;-59.62;10
>BD Asia/Dhaka
Chattogram;22.34;91.83;392;치타공;Chittagong
Comilla;23.46;91.19;103
Dhaka;23.71;90.41;1036;다카;Dacca
Khulna;22.81;89.56;150
Rangpur;25.75;89.25;103
Rājshāhi;24.37;88.6;76
>BE Europe/Brussels
Antwerp;51.22;4.4;53;안트베르펜;앤트워프;Antwerpen
Brussels;50.85;4.35;102;브뤼셀
Chasse Royale;50.43;3.95;0
>BF Africa/Ouagadougou
Bobo-Dioulasso;11.18;-4.3;90
Ouagadougou;12.37;-1.53;109
>BG Europe/Sofia
Sofia;42.7;23.32;115;소피아
>BH Asia/Bahrain
Manama;26.23;50.59;15;마나마
>BI Africa/Bujumbura
Bujumbura;-3.38;29.36;100
Gitega;-3.43;29.92;4
>BJ Africa/Porto-Novo
Cotonou;6.37;2.42;78
Porto-Novo;6.5;2.6;23
>BL America/St_Barthelemy
Gustavia;17.9;-62.85;1
>BM Atlantic/Bermuda
Hamilton;32.29;-64.78;0
>BN Asia/Brunei
Bandar Seri Begawan;4.89;114.94;6;반다르스리브가완
>BO America/La_Paz
Cochabamba;-17.39;-66.16;84
La Paz;-16.5;-68.15;200;라파스
Santa Cruz de la Sierra;-17.79;-63.18;183;산타크루스
Sucre;-19.03;-65.26;22
>BQ America/Kralendijk
Kralendijk;12.15;-68.27;0
>BR America/Araguaina
Palmas;-10.17;-48.33;31
>BR America/Bahia
Feira de Santana;-12.27;-38.97;62
Itabuna;-14.79;-39.28;21
Salvador;-12.98;-38.49;271
Vitória da Conquista;-14.87;-40.84;25
>BR America/Belem
Ananindeua;-1.37;-48.37;43
Belém;-1.46;-48.5;150
Macapá;0.04;-51.07;51
>BR America/Boa_Vista
Boa Vista;2.82;-60.67;42
>BR America/Campo_Grande
Campo Grande;-20.44;-54.65;91
>BR America/Cuiaba
Cuiabá;-15.6;-56.1;62
Várzea Grande;-15.65;-56.13;25
>BR America/Fortaleza
Cambebba;-3.62;-38.83;0
Campina Grande;-7.23;-35.88;35
Caucaia;-3.74;-38.65;28
Fortaleza;-3.72;-38.54;240
Imperatriz;-5.53;-47.49;22
João Pessoa;-7.12;-34.86;82
Juazeiro do Norte;-7.21;-39.32;23
Mossoró;-5.19;-37.34;20
Natal;-5.79;-35.21;90
Parnamirim;-5.92;-35.26;27
São Luís;-2.53;-44.3;92
Teresina;-5.09;-42.8;87
>BR America/Maceio
Aracaju;-10.91;-37.07;66
Maceió;-9.67;-35.74;103
>BR America/Manaus
Manaus;-3.1;-60.02;222
>BR America/Porto_Velho
Porto Velho;-8.76;-63.9;55
>BR America/Recife
Caruaru;-8.28;-35.98;24
Jaboatão dos Guararapes;-8.11;-35.01;63
Jaboatão;-8.18;-35;70
Olinda;-8.01;-34.86;37
Paulista;-7.94;-34.87;29
Recife;-8.05;-34.88;165
>BR America/Rio_Branco
Rio Branco;-9.97;-67.81;42
>BR America/Sao_Paulo
Alvorada;-29.99;-51.08;21
Anápolis;-16.33;-48.95;32
Aparecida de Goiânia;-16.82;-49.24;51
Barueri;-23.51;-46.88;25
Bauru;-22.31;-49.06;38
Belford Roxo;-22.76;-43.4;47
Belo Horizonte;-19.92;-43.94;272
Betim;-19.97;-44.2;38
Blumenau;-26.92;-49.07;36
Brasília;-15.78;-47.93;221;브라질리아
Campinas;-22.91;-47.06;103
Campos dos Goytacazes;-21.75;-41.33;51
Canoas;-29.92;-51.18;33
Carapicuíba;-23.52;-46.84;36
Cascavel;-24.96;-53.46;26
Caxias do Sul;-29.17;-51.18;38
Colombo;-25.29;-49.22;25
Contagem;-19.93;-44.05;63
Cotia;-23.6;-46.92;25
Curitiba;-25.43;-49.27;195;쿠리치바
Diadema;-23.69;-46.62;39
Duque de Caxias;-22.79;-43.31;82
Embu;-23.65;-46.85;22
Florianópolis;-27.6;-48.55;51
Foz do Iguaçu;-25.55;-54.59;26
Franca;-20.54;-47.4;36
Goiânia;-16.68;-49.25;154
Governador Valadares;-18.85;-41.95;25
Gravataí;-29.94;-50.99;24
Guarujá;-23.99;-46.26;32
Guarulhos;-23.46;-46.53;117
Hortolândia;-22.86;-47.22;23
Indaiatuba;-23.09;-47.21;26
Ipatinga;-19.47;-42.54;23
Itapevi;-23.55;-46.93;24
Itaquaquecetuba;-23.49;-46.35;34
Jacareí;-23.31;-45.97;21
Joinville;-26.3;-48.85;46
Juiz de Fora;-21.76;-43.35;57
Jundiaí;-23.19;-46.88;32
Limeira;-22.56;-47.4;29
Londrina;-23.31;-51.16;59
Maringá;-23.43;-51.94;31
Marília;-22.21;-49.95;24
Mauá;-23.67;-46.46;48
Mogi das Cruzes;-23.52;-46.19;33
Montes Claros;-16.73;-43.86;33
Niterói;-22.88;-43.1;46
Nova Iguaçu;-22.76;-43.45;82
Novo Hamburgo;-29.68;-51.13;25
Osasco;-23.53;-46.79;68
Pelotas;-31.77;-52.34;32
Petrópolis;-22.5;-43.18;27
Piracicaba;-22.73;-47.65;41
Ponta Grossa;-25.09;-50.16;29
Porto Alegre;-30.03;-51.23;149;포르투알레그리
Praia Grande;-24.01;-46.4;25
Presidente Prudente;-22.13;-51.39;21
Ribeirão Preto;-21.18;-47.81;71
Ribeirão das Neves;-19.77;-44.09;41
Rio Verde;-17.8;-50.93;23
Rio de Janeiro;-22.91;-43.18;675;리우데자네이루;리우
Santa Luzia;-19.77;-43.85;24
Santa Maria;-29.68;-53.81;28
Santo André;-23.66;-46.54;66
Santos;-23.96;-46.33;43
Serra;-20.13;-40.31;39
Sete Lagoas;-19.47;-44.25;20
Sorocaba;-23.5;-47.46;69
Sumaré;-22.82;-47.27;29
Suzano;-23.54;-46.31;28
São Bernardo do Campo;-23.69;-46.56;74
São Carlos;-22.02;-47.89;21
São José do Rio Preto;-20.82;-49.38;37
São José dos Campos;-23.18;-45.89;73
São José;-28.21;-49.16;20
São João de Meriti;-22.8;-43.37;45
São Leopoldo;-29.76;-51.15;21
São Paulo;-23.55;-46.64;1240;상파울루;상파울로
São Vicente;-23.96;-46.39;32
Taboão da Serra;-23.63;-46.79;21
Taubaté;-23.03;-45.56;32
Uberaba;-19.75;-47.93;26
Uberlândia;-18.92;-48.28;56
Viamão;-30.08;-51.02;29
Vila Velha;-20.33;-40.29;39
Vitória;-20.32;-40.34;31
Volta Redonda;-22.52;-44.1;25
>BS America/Nassau
Nassau;25.06;-77.34;23
>BT Asia/Thimphu
Thimphu;27.47;89.64;10
>BW Africa/Gaborone
Gaborone;-24.65;25.91;21
>BY Europe/Minsk
Minsk;53.9;27.57;174;민스크
>BZ America/Belize
Belmopan;17.25;-88.77;1
>CA America/Edmonton AB
Calgary;51.05;-114.09;102;캘거리
Edmonton;53.55;-113.47;101;에드먼턴;에드먼튼
>CA America/Halifax NS
Halifax;44.64;-63.58;44
>CA America/Toronto ON
Brampton;43.68;-79.77;59
Hamilton;43.25;-79.85;52;해밀턴
Kitchener;43.43;-80.51;26
London;42.98;-81.23;35
Markham;43.87;-79.27;33;마캄
Mississauga;43.58;-79.66;67;미시소가;미시사가
Ottawa;45.41;-75.7;81;오타와
Toronto;43.7;-79.42;260;토론토
Vaughan;43.84;-79.5;31
Windsor;42.3;-83.02;28
>CA America/Toronto QC
Gatineau;45.48;-75.7;24
Laval;45.57;-73.69;42
Longueuil;45.53;-73.52;23
Montréal;45.51;-73.59;176;몬트리올
Quebec City;46.81;-71.21;53;퀘벡;Quebec
>CA America/Vancouver BC
Burnaby;49.27;-122.95;20;버나비
Coquitlam;49.28;-122.78;14;코퀴틀람
Ladner;49.09;-123.08;20
Richmond;49.17;-123.14;20
Surrey;49.11;-122.83;39;서리
Vancouver;49.25;-123.12;60;밴쿠버;벤쿠버
Victoria;48.44;-123.35;29;빅토리아
>CA America/Winnipeg MB
Winnipeg;49.88;-97.15;75;위니펙;위니팩
>CC Indian/Cocos
West Island;-12.16;96.82;0
>CD Africa/Kinshasa
Kinshasa;-4.33;15.31;779
>CD Africa/Lubumbashi
Lubumbashi;-11.66;27.48;137
Mbuji-Mayi;-6.14;23.59;87
>CF Africa/Bangui
Bangui;4.36;18.55;54
>CG Africa/Brazzaville
Brazzaville;-4.27;15.28;128
>CH Europe/Zurich
Basel;47.56;7.57;16;바젤
Bern;46.95;7.45;12;베른
Geneva;46.2;6.15;18;제네바;Genève
Zürich;47.37;8.55;34;취리히
>CI Africa/Abidjan
Abidjan;5.35;-4;632
Abobo;5.42;-4.02;134
Bouaké;7.69;-5.03;83
Yamoussoukro;6.82;-5.28;19
>CK Pacific/Rarotonga
Avarua;-21.21;-159.78;1
>CL America/Santiago
Santiago;-33.46;-70.65;484;산티아고
>CM Africa/Douala
Douala;4.05;9.7;134
Yaoundé;3.87;11.52;130
>CN Asia/Shanghai
Ankang;32.68;109.02;87
Anqing;30.51;117.05;80
Anshan;41.12;122.99;145;안산
Anshun;26.25;105.93;77
Anyang;36.1;114.38;115
Baoding;38.85;115.49;274
Baoji;34.37;107.24;144
Baoshan;25.12;99.16;94
Baotou;40.65;109.84;215
Bayan Nur;40.74;107.39;176
Beijing;39.91;116.4;1896;베이징;북경;Peking;Peiping
Bengbu;32.94;117.36;97
Benxi;41.29;123.77;99
Bijie;27.3;105.29;114
Bozhou;33.88;115.77;141
Changchun;43.88;125.32;471;창춘;장춘;신경
Changde;29.03;111.7;146
Changsha;28.2;112.97;309;창사;장사
Changshu;31.65;120.74;168
Changzhi;36.18;113.11;121
Changzhou;31.77;119.95;329
Chaozhou;23.65;116.62;175
Chengdu;30.67;104.07;1357;청두;성도
Chenzhou;25.8;113.03;82
Chongqing;29.56;106.56;746;충칭;중경;Chungking
Chuzhou;32.32;118.3;78
Cixi;30.18;121.25;146
Dalian;38.91;121.6;491;다롄;대련;Dairen
Dandong;40.13;124.39;63;단둥;단동
Daqing;46.58;125;160
Datong;40.09;113.29;185
Dazhou;31.21;107.46;159
Dongguan;23.02;113.75;964;둥관;동관
Dongying;37.46;118.49;100
Foshan;23.03;113.13;904;포산;불산
Fushun;41.89;123.94;140;푸순;무순
Fuyang;32.9;115.82;177
Fuzhou, Jiangxi;27.96;116.33;109
Fuzhou;26.06;119.31;374;푸저우;복주
Ganzhou;25.85;114.93;198
Guangzhou;23.12;113.25;1610;광저우;광주;Canton
Guang’an;30.47;106.64;86
Guankou;28.16;113.63;138
Guigang;23.12;109.59;109
Guilin;25.28;110.3;157;구이린;계림
Guiyang, Guizhou;26.65;106.63;0
Guiyang;26.58;106.72;304
Haikou;20.05;110.34;287;하이커우;해구
Handan;36.61;114.49;136
Hangzhou;30.29;120.16;924;항저우;항주
Hanzhong;33.08;107.02;101
Harbin;45.75;126.65;524;하얼빈
Hefei;31.86;117.28;505;허페이;합비
Hengyang;26.89;112.62;108
Heze;35.24;115.47;135
Hezhou;24.4;111.57;101
Hohhot;40.81;111.65;235;후허하오터
Huai'an;33.59;119.02;249
Huaibei;33.97;116.79;111
Huainan;32.63;117;167
Huizhou;23.11;114.42;290
Hunchun;42.87;130.36;8;훈춘
Huzhou;30.87;120.09;102
Jiangmen;22.58;113.08;180
Jiangyin;31.91;120.26;178
Jiaozuo;35.24;113.23;87
Jiaxing;30.75;120.75;118
Jieyang;23.54;116.37;190
Jilin;43.85;126.56;190;지린;길림
Jinan;36.67;117;434;지난;제남
Jingzhou;30.35;112.19;105
Jinhua;29.11;119.64;146
Jining;35.41;116.58;124
Jinjiang;24.82;118.57;142
Jinzhong;37.68;112.75;123
Jiujiang;29.7;116;116
Kaifeng;34.8;114.31;145
Kunming;25.04;102.72;386;쿤밍;곤명
Kunshan;31.38;120.95;209
Laibin;23.75;109.22;91
Laiwu;36.19;117.66;99
Langfang;39.51;116.69;87
Lanzhou;36.06;103.84;300;란저우
Lianyungang;34.6;119.22;200
Liaocheng;36.45;116;123
Linfen;36.09;111.52;96
Linyi;35.06;118.34;274
Liupanshui;26.59;104.83;132
Liuzhou;24.32;109.41;144
Longjing;42.77;129.42;12;룽징;용정
Longyan;25.07;117.02;103
Luohe;33.56;114.04;129
Luoyang;34.68;112.45;139
Luzhou;28.89;105.43;100
Lu’an;31.74;116.52;164
Maoming;21.67;110.91;131
Meishan;30.04;103.84;111
Meizhou;24.29;116.12;99
Mianyang;31.47;104.68;155
Mudanjiang;44.55;129.63;67;무단장;목단강
Nanchang;28.68;115.85;236;난창;남창
Nanchong;30.8;106.08;186
Nanjing;32.06;118.78;931;난징;남경;Nanking
Nanning;22.82;108.32;384
Nantong;32.03;120.87;227
Nanyang;32.99;112.53;181
Neijiang;29.58;105.06;125
Ningbo;29.88;121.55;373;닝보;영파
Ordos;39.61;109.78;194
Panzhihua;26.59;101.71;79
Pingdingshan;33.74;113.3;98
Pingxiang;27.62;113.85;89
Puning;23.31;116.17;87
Putian;25.44;119.01;154
Puyang;29.46;119.89;359
Qingdao;36.06;120.38;717;칭다오;청도;Tsingtao
Qingyuan;23.7;113.03;174
Qinhuangdao;39.93;119.59;76
Qinzhou;21.98;108.65;130
Qiqihar;47.34;123.96;88;치치하얼
Quanzhou;24.91;118.59;147
Qujing;25.48;103.78;141
Quzhou;28.96;118.87;90
Rui’an;27.78;120.66;93
Sanya;18.24;109.5;103;싼야;삼아
Shanghai;31.22;121.46;2232;상하이;상해
Shangqiu;34.45;115.65;154
Shangrao;28.45;117.94;112
Shangyu;30.02;120.87;77
Shantou;23.37;116.71;384
Shaoguan;24.8;113.58;103
Shaoxing;30;120.58;230
Shaoyang;27.24;111.46;75
Shenyang;41.79;123.43;705;선양;심양;봉천;Mukden
Shenzhen;22.55;114.07;1749;선전;심천
Shijiazhuang;38.04;114.48;394;스자좡;석가장
Shiyan;32.65;110.78;346
Suqian;33.95;118.3;144
Suzhou, Anhui;33.64;116.98;165
Suzhou;31.3;120.6;672;쑤저우;소주
Taicang;31.45;121.09;83
Taiyuan;37.87;112.56;430;타이위안;태원
Taizhou, Jiangsu;32.49;119.91;161
Taizhou, Zhejiang;28.66;121.43;149
Tai’an;36.19;117.12;174
Tangshan;39.63;118.18;337
Tianjin;39.14;117.18;1109;톈진;텐진;천진;Tientsin
Tianshui;34.58;105.74;121
Tumen;42.97;129.84;8;투먼;도문
Wanxian;30.82;108.37;86
Weifang;36.71;119.1;204
Weihai;37.51;122.11;84;웨이하이;위해
Weinan;34.5;109.51;120
Wenzhou;28;120.67;265
Wuhan;30.58;114.27;1039;우한;무한
Wuhu;31.34;118.37;160
Wuwei;37.93;102.63;101
Wuxi;31.57;120.29;440;우시;무석
Wuzhou;23.48;111.29;76
Xiamen;24.48;118.08;462;샤먼;하문;Amoy
Xiangtan;27.85;112.9;96
Xiangyang;32.04;112.14;129
Xianyang;34.34;108.7;103
Xiaogan;30.93;113.92;91
Xingtai;37.06;114.49;80
Xining;36.63;101.76;168
Xinxiang;35.19;113.8;105
Xinyang;32.12;114.07;123
Xinyu;27.8;114.93;84
Xi’an;34.26;108.93;960;시안;서안;Sian
Xuanzhou;30.95;118.76;77
Xuchang;34.03;113.86;127
Xuzhou;34.2;117.28;125
Yancheng;33.36;120.16;162;옌청;염성
Yangjiang;21.86;111.96;129
Yangzhou;32.4;119.44;158
Yanji;42.89;129.5;33;옌지;연길
Yantai;37.48;121.44;223;옌타이;연태
Yibin;28.76;104.64;84
Yichang;30.71;111.28;135
Yichun;27.83;114.4;105
Yinchuan;38.47;106.27;149
Yiwu;29.32;120.08;148
Yixing;31.36;119.82;129
Yiyang;28.59;112.33;125
Yongzhou;26.42;111.61;102
Yueyang;29.37;113.09;99
Yulin;22.63;110.15;106
Yunfu;22.93;112.04;261
Zaozhuang;34.86;117.55;90
Zhangjiagang;31.86;120.54;143
Zhanjiang;21.23;110.39;140
Zhaoqing;23.05;112.46;155
Zhaotong;27.32;103.72;79
Zhengzhou;34.76;113.65;425;정저우;정주
Zhenjiang;32.21;119.46;95
Zhongshan;22.52;113.38;384
Zhoushan;29.99;122.2;88
Zhucheng;36;119.4;100
Zhuhai;22.28;113.57;221;주하이;주해
Zhuzhou;27.83;113.15;113
Zibo;36.79;118.06;313
Zigong;29.34;104.78;126
Ziyang;30.12;104.65;91
Zunyi;27.69;106.91;204
>CN Asia/Urumqi
Ürümqi;43.8;87.6;303;우루무치
>CO America/Bogota
Barranquilla;10.97;-74.78;121
Bogotá;4.61;-74.08;767;보고타
Cali;3.44;-76.52;239
Cartagena;10.4;-75.51;91
Cúcuta;7.89;-72.51;78
Medellín;6.25;-75.56;200;메데인
>CR America/Costa_Rica
San José;9.93;-84.08;34;산호세
>CU America/Havana
Havana;23.13;-82.38;216;아바나;하바나
>CV Atlantic/Cape_Verde
Praia;14.93;-23.51;11
>CW America/Curacao
Willemstad;12.12;-68.89;13
>CX Indian/Christmas
Flying Fish Cove;-10.42;105.68;0
>CY Asia/Nicosia
Nicosia;35.18;33.36;20
>CZ Europe/Prague
Prague;50.09;14.42;117;프라하
>DE Europe/Berlin
Aachen;50.78;6.08;27;아헨
Altstadt;49.75;6.64;0
Augsburg;48.37;10.9;26
Berlin;52.52;13.41;343;베를린;백림
Bielefeld;52.03;8.53;33
Bochum;51.48;7.22;39;보훔
Bonn;50.73;7.1;33;본
Braunschweig;52.27;10.53;24
Bremen;53.08;8.81;55;브레멘
Burg Unter-Falkenstein;47.7;12.1;0
Chemnitz;50.84;12.93;25
Cologne;50.93;6.95;96;쾰른;Köln;Koeln
Dortmund;51.51;7.47;59
Dresden;51.05;13.74;56;드레스덴
Duisburg;51.43;6.77;50;뒤스부르크
Düsseldorf;51.22;6.78;62;뒤셀도르프
Erfurt;50.98;11.03;21
Essen;51.46;7.01;59;에센
Frankfurt;50.12;8.68;65;프랑크푸르트;Frankfurt am Main
Freiburg;48;7.85;22;프라이부르크
Gelsenkirchen;51.51;7.1;27
Göttingen;51.53;9.93;12;괴팅겐
Halle (Saale);51.48;11.98;24
Hamburg;53.55;9.99;185;함부르크
Hanover;52.37;9.73;52;하노버;Hannover
Haselbachtal;51.24;14.03;0
Heidelberg;49.41;8.69;14;하이델베르크
Karlsruhe;49.01;8.4;28
Kiel;54.32;10.13;25
Krefeld;51.34;6.55;24
Leipzig;51.34;12.37;50;라이프치히
Lübeck;53.87;10.69;21
Magdeburg;52.13;11.63;24
Mainz;49.98;8.28;22;마인츠
Mannheim;49.49;8.47;31
Munich;48.14;11.58;126;뮌헨;München
Mönchengladbach;51.19;6.44;26
Münster;51.96;7.63;27
Nuremberg;49.45;11.08;52;뉘른베르크;Nürnberg
Oberhausen;51.48;6.86;22
Stuttgart;48.78;9.18;63;슈투트가르트
Tübingen;48.52;9.05;8;튀빙겐
Wiesbaden;50.08;8.25;28
Wuppertal;51.26;7.15;36
>DJ Africa/Djibouti
Djibouti;11.59;43.15;62
>DK Europe/Copenhagen
Copenhagen;55.68;12.57;115;코펜하겐
>DM America/Dominica
Roseau;15.3;-61.39;2
>DO America/Santo_Domingo
Santiago de los Caballeros;19.45;-70.7;120
Santo Domingo;18.47;-69.89;220;산토도밍고
>DZ Africa/Algiers
Algiers;36.73;3.09;198
Boumerdas;36.77;3.48;79
>EC America/Guayaquil
Guayaquil;-2.2;-79.89;272;과야킬
Quito;-0.23;-78.52;278;키토
>EE Europe/Tallinn
Tallinn;59.44;24.75;39
>EG Africa/Cairo
Alexandria;31.2;29.92;526;알렉산드리아
Cairo;30.06;31.25;961;카이로
Giza;30.01;31.21;437
Port Said;31.27;32.3;78
Shubrā al Khaymah;30.13;31.25;124
>ER Africa/Asmara
Asmara;15.34;38.93;56
>ES Atlantic/Canary
Las Palmas de Gran Canaria;28.1;-15.41;38;라스팔마스;Las Palmas
>ES Europe/Madrid
Barcelona;41.39;2.16;162;바르셀로나
Madrid;40.42;-3.7;326;마드리드
Seville;37.38;-5.97;68;세비야;Sevilla
Valencia;39.47;-0.38;79;발렌시아
>ET Africa/Addis_Ababa
Addis Ababa;9.02;38.75;276;아디스아바바
>FI Europe/Helsinki
Helsinki;60.17;24.94;66;헬싱키
>FJ Pacific/Fiji
Suva;-18.14;178.43;8;수바
>FK Atlantic/Stanley
Stanley;-51.69;-57.86;0
>FM Pacific/Pohnpei
Palikir;6.92;158.16;0
>FO Atlantic/Faroe
Tórshavn;62.01;-6.77;1
>FR Europe/Paris
Bordeaux;44.84;-0.58;26;보르도
Grenoble;45.18;5.71;16;그르노블
Lille;50.63;3.06;23;릴
Lyon;45.75;4.85;52;리옹;Lyons
Marseille;43.3;5.38;87;마르세유;Marseilles
Nice;43.7;7.27;34;니스
Paris;48.85;2.35;214;파리
Strasbourg;48.58;7.75;27;스트라스부르
Toulouse;43.6;1.44;49;툴루즈
>GA Africa/Libreville
Libreville;0.39;9.45;58
>GB Europe/London
Archway;51.57;-0.13;22
Belfast;54.6;-5.93;35
Bexley;51.44;0.15;23
Birkenhead;53.39;-3.01;33
Birmingham;52.48;-1.9;114;버밍엄
Bradford;53.79;-1.75;37
Brighton;50.83;-0.14;28
Bristol;51.46;-2.6;47
Cambridge;52.2;0.12;15;케임브리지;캠브리지
Cardiff;51.48;-3.18;45
City of Westminster;51.5;-0.14;25
Coventry;52.41;-1.51;35
Derby;52.92;-1.48;27
Edinburgh;55.95;-3.2;51;에든버러
Glasgow;55.87;-4.26;63;글래스고
Islington;51.54;-0.1;32
Kingston upon Hull;53.74;-0.34;31;Hull
Leeds;53.8;-1.55;52;리즈
Leicester;52.64;-1.13;37
Liverpool;53.41;-2.98;86;리버풀
London;51.51;-0.13;896;런던
Luton;51.88;-0.42;23
Manchester;53.48;-2.24;40;맨체스터
Milton Keynes;52.04;-0.76;26
Newcastle upon Tyne;54.97;-1.61;30
Newport;51.59;-3;31
Northampton;52.25;-0.88;25
Nottingham;52.95;-1.15;32
Oldham;53.54;-2.12;24
Oxford;51.75;-1.26;16;옥스퍼드
Plymouth;50.37;-4.14;26
Portsmouth;50.8;-1.09;21
Preston;53.76;-2.7;31
Reading;51.46;-0.97;32
Sheffield;53.38;-1.47;56;셰필드
Southampton;50.9;-1.4;27
Southend-on-Sea;51.54;0.71;30
Stoke-on-Trent;53;-2.19;26
Swansea;51.62;-3.94;30
Swindon;51.56;-1.78;20
Wolverhampton;52.59;-2.12;26
>GD America/Grenada
Saint George's;12.05;-61.75;1
>GE Asia/Tbilisi
Tbilisi;41.69;44.83;105;트빌리시
>GF America/Cayenne
Cayenne;4.93;-52.33;6
>GG Europe/Guernsey
Saint Peter Port;49.46;-2.54;2
>GH Africa/Accra
Accra;5.56;-0.2;196;아크라
Kumasi;6.69;-1.62;147
>GI Europe/Gibraltar
Gibraltar;36.14;-5.35;3
>GL America/Nuuk
Nuuk;64.18;-51.72;1
>GM Africa/Banjul
Banjul;13.45;-16.58;3
>GN Africa/Conakry
Camayenne;9.54;-13.69;187
Conakry;9.54;-13.68;177
>GP America/Guadeloupe
Basse-Terre;16;-61.73;1
>GQ Africa/Malabo
Malabo;3.76;8.78;16
>GR Europe/Athens
Athens;37.98;23.73;66;아테네
>GS Atlantic/South_Georgia
Grytviken;-54.28;-36.51;0
>GT America/Guatemala
Guatemala City;14.64;-90.51;99;과테말라시티;과테말라
>GU Pacific/Guam
Guam Government House;13.47;144.75;0
Hagåtña;13.48;144.75;0;괌;하갓냐;Guam;Agana
>GW Africa/Bissau
Bissau;11.86;-15.6;39
>GY America/Guyana
Georgetown;6.8;-58.16;24
>HK Asia/Hong_Kong
Hong Kong;22.28;114.17;748;홍콩
Kowloon;22.32;114.18;230;구룡
>HN America/Tegucigalpa
San Pedro Sula;15.5;-88.03;80
Tegucigalpa;14.08;-87.21;85
>HR Europe/Zagreb
Zagreb;45.81;15.98;70;자그레브
>HT America/Port-au-Prince
Port-au-Prince;18.54;-72.34;123
>HU Europe/Budapest
Budapest;47.5;19.04;174;부다페스트
>ID Asia/Jakarta
Bandar Lampung;-5.43;105.26;117
Bandung;-6.92;107.61;244;반둥
Batam;1.15;104.02;116
Bekasi;-6.23;106.99;256
Bogor;-6.59;106.79;110
Depok;-6.4;106.82;206
Jakarta;-6.21;106.85;854;자카르타
Jepara;-6.59;110.67;126
Malang;-7.98;112.63;84
Medan;3.58;98.67;244
Padang;-0.95;100.35;91
Palembang;-2.92;104.75;167
Pekanbaru;0.52;101.44;109
Semarang;-6.99;110.42;165
South Tangerang;-6.29;106.72;137
Surabaya;-7.25;112.75;287;수라바야
Tangerang;-6.18;106.63;191;탕에랑;땅그랑
>ID Asia/Makassar
Denpasar;-8.65;115.22;73;덴파사르;발리;Bali
Makassar;-5.15;119.43;142
Samarinda;-0.49;117.15;83
>IE Europe/Dublin
Dublin;53.33;-6.25;102;더블린
>IL Asia/Jerusalem
Jerusalem;31.77;35.22;97;예루살렘
Tel Aviv;32.08;34.78;43;텔아비브
>IM Europe/Isle_of_Man
Douglas;54.15;-4.48;3
>IN Asia/Kolkata
Agra;27.18;78.02;143
Ahmedabad;23.03;72.59;636
Allahābād;25.44;81.84;107
Alīgarh;27.88;78.07;75
Amritsar;31.62;74.88;109
Aurangabad;19.88;75.34;102
Bengaluru;12.97;77.59;844;벵갈루루;방갈로르;Bangalore
Bhiwandi;19.3;73.06;87
Bhopāl;23.25;77.4;160
Bhubaneshwar;20.27;85.83;76
Chandīgarh;30.74;76.79;96
Chennai;13.09;80.28;468;첸나이;마드라스;Madras
Coimbatore;11.01;76.97;214
Delhi;28.65;77.23;1093;델리
Dhanbad;23.8;86.43;120
Dombivli;19.22;73.08;119
Faridabad;28.41;77.31;122
Ghāziābād;28.67;77.44;120
Gorakhpur;29.45;75.67;132
Gurgaon;28.46;77.03;20;구르가온;Gurugram
Guwahati;26.18;91.75;90
Gwalior;26.23;78.17;88
Hubli;15.35;75.13;84
Hyderābād;17.38;78.46;681;하이데라바드
Hāora;22.58;88.32;103
Indore;22.72;75.83;184
Jabalpur;23.17;79.95;103
Jaipur;26.92;75.79;271
Jalandhar;31.33;75.58;79
Jamshedpur;22.8;86.19;134
Jodhpur;26.27;73.01;92
Kallakurichi;11.73;78.96;168
Kalyān;19.24;73.14;126
Kanayannur;9.97;76.27;85
Kanpur;26.47;80.35;282
Kolkata;22.56;88.36;463;콜카타;캘커타;Calcutta
Kota;25.18;75.84;76
Lucknow;26.84;80.92;247
Ludhiāna;30.91;75.85;155
Madurai;9.92;78.12;147
Meerut;28.98;77.71;122
Mumbai;19.07;72.88;1269;뭄바이;봄베이;Bombay
Mysore;12.3;76.64;87
Nagpur;21.15;79.08;223
Najafgarh;28.61;76.98;137
Narela;28.85;77.09;80
Nashik;20;73.79;129
New Delhi;28.64;77.22;32;뉴델리
Noida;28.58;77.33;29;노이다
Nowrangapur;19.23;82.55;122
Patna;25.59;85.14;160
Pimpri;18.62;73.81;128
Pune;18.52;73.86;312;푸네
Ranchi;23.34;85.31;112
Rājkot;22.29;70.79;139
Salem;11.65;78.16;92
Solāpur;17.67;75.91;100
Srinagar;34.09;74.81;98
Surat;21.2;72.83;459
Thiruvananthapuram;8.49;76.95;78
Thāne;19.2;72.96;126
Tiruchirappalli;10.82;78.7;102
Tirunelveli;8.73;77.68;144
Tiruppur;11.12;77.35;96
Vadodara;22.3;73.21;182
Varanasi;25.32;83.01;116
Vijayawada;16.51;80.65;87
Visakhapatnam;17.68;83.2;106
>IQ Asia/Baghdad
Abū Ghurayb;33.31;44.18;90
As Sulaymānīyah;35.56;45.43;88
Baghdad;33.34;44.4;722;바그다드
Basrah;30.51;47.78;133
Erbil;36.18;44.01;161
Karbala;32.62;44.02;122
Kirkuk;35.47;44.39;103
Mosul;36.34;43.12;168
>IR Asia/Tehran
Ahvaz;31.32;48.68;84
Isfahan;32.65;51.67;155
Kahrīz;34.38;47.06;77
Karaj;35.83;50.99;145
Mashhad;36.3;59.61;231
Pasragad Branch;34.78;48.47;79
Qom;34.64;50.88;90
Shiraz;29.61;52.53;125
Tabriz;38.08;46.29;142
Tehran;35.69;51.42;715;테헤란
>IS Atlantic/Reykjavik
Reykjavík;64.14;-21.9;12;레이캬비크
>IT Europe/Rome
Bologna;44.49;11.34;39;볼로냐
Florence;43.78;11.25;37;피렌체;플로렌스;Firenze
Genoa;44.4;8.94;58;제노바;Genova
Milan;45.46;9.19;137;밀라노;Milano
Naples;40.85;14.27;91;나폴리;Napoli
Rome;41.89;12.51;232;로마;Roma
Turin;45.07;7.69;85;토리노;Torino
Venice;45.44;12.33;5;베네치아;베니스;Venezia
bishopric of Perugia;43.11;12.39;0
>JE Europe/Jersey
Saint Helier;49.19;-2.1;3
>JM America/Jamaica
Kingston;18;-76.79;94
>JO Asia/Amman
Amman;31.96;35.95;128;암만
Zarqa;32.07;36.09;79
>JP Asia/Tokyo
Ageoshimo;35.97;139.61;22
Akashi;34.66;135.01;30
Akita;39.72;140.12;31
Amagasaki;34.72;135.42;44
Aomori;40.82;140.73;30
Asahikawa;43.77;142.36;33
Atsugi;35.44;139.37;22
Chiba;35.6;140.12;98;지바
Chigasaki;35.34;139.4;24
Chōfu;35.66;139.55;21
Fuchū;35.67;139.48;26
Fuji;35.17;138.68;25
Fujisawa;35.35;139.48;44
Fukui-shi;36.06;136.22;25
Fukuoka;33.6;130.42;160;후쿠오카;복강
Fukushima;37.75;140.47;29
Fukuyama;34.48;133.37;47
Gifu-shi;35.42;136.76;40;기후;Gifu
Hachinohe;40.5;141.5;24
Hachiōji;35.66;139.32;56
Hakodate;41.78;140.74;28;하코다테
Hamamatsu;34.7;137.73;79;하마마쓰
Higashi-ōsaka;34.67;135.58;49
Himeji;34.82;134.7;53;히메지
Hirakata;34.81;135.65;41
Hiratsuka;35.33;139.34;26
Hiroshima;34.4;132.45;120;히로시마;광도
Ibaraki;34.82;135.57;28
Ichihara;35.52;140.08;28
Ichinomiya;35.3;136.8;38
Iwaki;37.05;140.88;36
Kagoshima;31.57;130.55;60;가고시마
Kakogawachō-honmachi;34.77;134.83;27
Kanazawa;36.6;136.62;47;가나자와
Kashiwa;35.86;139.98;43
Kasugai;35.25;136.97;30
Kasukabe;35.98;139.75;21
Kawagoe;35.91;139.49;34
Kawaguchi;35.81;139.71;61
Kawasaki;35.52;139.72;153;가와사키
Kishiwada;34.47;135.37;21
Kitakyushu;33.85;130.85;94;기타큐슈
Kobe;34.69;135.18;152;고베;신호
Kochi;33.55;133.53;33
Koshigaya;35.89;139.79;35
Kumamoto;32.81;130.69;74;구마모토
Kurashiki;34.58;133.77;48
Kurume;33.32;130.52;30
Kyoto;35.02;135.75;146;교토;경도
Kōriyama;37.4;140.38;32
Machida;35.54;139.45;40
Maebashi;36.4;139.08;28
Matsudo;35.78;139.9;50
Matsumoto;36.23;137.97;24
Matsuyama;33.84;132.77;51;마쓰야마
Minamirinkan;35.5;139.44;22
Minato;34.22;135.15;38
Mito;36.35;140.45;25
Miyazaki;31.92;131.42;40;미야자키
Morioka;39.7;141.15;29
Nagano;36.65;138.18;36
Nagareyama;35.86;139.9;20
Nagasaki;32.75;129.88;41;나가사키;장기
Nagoya;35.18;136.91;219;나고야
Naha;26.21;127.68;32;나하;오키나와;Okinawa
Nara-shi;34.69;135.8;37;나라;Nara
Neyagawa;34.77;135.63;24
Niigata;37.89;139.01;80;니가타
Nishinomiya-hama;34.72;135.33;47
Okayama;34.65;133.93;72;오카야마
Okazaki;34.95;137.17;35
Osaka;34.69;135.5;275;오사카;대판
Saga;33.23;130.3;23
Saitama;35.91;139.66;132;사이타마
Sakai;34.58;135.47;78;사카이
Sapporo;43.07;141.35;197;삿포로
Sasebo;33.17;129.73;24
Sendai;38.27;140.87;110;센다이
Shimonoseki;33.96;130.94;27;시모노세키;하관
Shizuoka;34.98;138.38;69;시즈오카
Suita;34.76;135.52;35
Sōka;35.84;139.8;25
Takamatsu;34.33;134.05;42
Takarazuka;34.8;135.36;22
Takasaki;36.33;139.02;37
Takatsuki;34.85;135.62;35
Tokorozawa;35.8;139.47;34
Tokushima;34.07;134.57;27
Tokyo;35.69;139.69;834;도쿄;동경;도쿄도
Toyama;36.7;137.22;42
Toyohashi;34.77;137.38;38
Toyonaka;34.78;135.47;38
Toyota;35.08;137.15;43
Tsushima;35.17;136.72;7;쓰시마;대마도
Utsunomiya;36.57;139.88;45
Wakayama;34.23;135.17;35
Yamagata;38.23;140.37;25
Yamato;35.47;139.45;24
Yao;34.62;135.6;27
Yokkaichi;34.97;136.62;30
Yokohama;35.43;139.65;376;요코하마;횡빈
Yokosuka;35.28;139.67;41
Ōita;33.23;131.6;48;오이타
Ōta;36.3;139.37;22
Ōtsu;35;135.87;34
>KE Africa/Nairobi
Kakamega;0.28;34.75;187
Mombasa;-4.05;39.66;121
Nairobi;-1.28;36.82;275;나이로비
>KG Asia/Bishkek
Bishkek;42.87;74.59;90;비슈케크;Frunze
>KH Asia/Phnom_Penh
Phnom Penh;11.56;104.92;157;프놈펜
Siem Reap;13.36;103.86;14;시엠립;씨엠립
Takeo;10.99;104.78;84
>KI Pacific/Tarawa
Tarawa;1.33;172.98;4
>KM Indian/Comoro
Moroni;-11.7;43.26;4
>KN America/St_Kitts
Basseterre;17.3;-62.72;1
>KW Asia/Kuwait
Kuwait City;29.37;47.98;6;쿠웨이트;Kuwait
>KY America/Cayman
George Town;19.29;-81.37;3
>KZ Asia/Almaty
Almaty;43.25;76.92;198;알마티;알마아타;Alma-Ata
Astana;51.18;71.45;35;아스타나;Nur-Sultan
Karagandy;49.8;73.1;50;카라간다
Pavlodar;52.28;76.97;33
Petropavl;54.87;69.15;20
Semey;50.43;80.27;29
Shymkent;42.3;69.6;120
Taraz;42.9;71.37;36
Turkestan;43.3;68.25;23
Ust-Kamenogorsk;49.97;82.61;32
>KZ Asia/Aqtobe
Aktobe;50.28;57.21;50
>KZ Asia/Atyrau
Atyrau;47.12;51.88;29
>KZ Asia/Oral
Oral;51.23;51.37;33
>KZ Asia/Qostanay
Kostanay;53.21;63.62;21
>KZ Asia/Qyzylorda
Kyzylorda;44.85;65.51;35;크즐오르다
>LA Asia/Vientiane
Vientiane;17.97;102.6;20;비엔티안
>LB Asia/Beirut
Beirut;33.89;35.5;192;베이루트
>LC America/St_Lucia
Castries;14;-61.01;2
>LI Europe/Vaduz
Vaduz;47.14;9.52;1
>LK Asia/Colombo
Colombo;6.94;79.85;65;콜롬보
>LR Africa/Monrovia
Monrovia;6.3;-10.8;94
>LS Africa/Maseru
Maseru;-29.32;27.48;12
>LT Europe/Vilnius
Vilnius;54.69;25.28;54
>LU Europe/Luxembourg
Luxembourg;49.61;6.13;8;룩셈부르크
>LV Europe/Riga
Riga;56.95;24.11;74
>LY Africa/Tripoli
Benghazi;32.11;20.07;81;벵가지
Tripoli;32.89;13.19;115;트리폴리
>MA Africa/Casablanca
Casablanca;33.59;-7.61;314;카사블랑카
Fès;34.03;-5;96
Marrakesh;31.63;-8;84
Rabat;34.01;-6.83;166
Sale;34.05;-6.8;90
>MC Europe/Monaco
Monaco;43.74;7.42;3
>MD Europe/Chisinau
Chisinau;47.01;28.86;64
>ME Europe/Podgorica
Podgorica;42.44;19.26;24
>MF America/Marigot
Marigot;18.07;-63.08;1
>MG Indian/Antananarivo
Antananarivo;-18.91;47.54;139
>MH Pacific/Majuro
Majuro;7.09;171.38;3
RMI Capitol;7.09;171.38;0
>MK Europe/Skopje
Skopje;42;21.43;47
>ML Africa/Bamako
Bamako;12.65;-8;130
>MM Asia/Yangon
Mandalay;21.97;96.08;121;만달레이
Nay Pyi Taw;19.75;96.13;93
Yangon;16.81;96.16;448;양곤;랑군;Rangoon
>MN Asia/Ulaanbaatar
Ulaanbaatar;47.91;106.88;84;울란바토르;Ulan Bator
>MO Asia/Macau
Macau;22.2;113.55;65;마카오;Macao
>MP Pacific/Saipan
Saipan;15.21;145.75;5;사이판
>MQ America/Martinique
Fort-de-France;14.6;-61.07;9
>MR Africa/Nouakchott
Nouakchott;18.09;-15.98;66
>MS America/Montserrat
Brades;16.79;-62.21;0
Plymouth;16.71;-62.21;0
>MT Europe/Malta
Valletta;35.9;14.51;1
>MU Indian/Mauritius
Port Louis;-20.16;57.5;16
>MV Indian/Maldives
Male;4.18;73.51;10
>MW Africa/Blantyre
Lilongwe;-13.97;33.79;65
>MX America/Chihuahua
Chihuahua;28.64;-106.09;93
>MX America/Ciudad_Juarez
Ciudad Juárez;31.72;-106.46;150
>MX America/Hermosillo
Hermosillo;29.1;-110.98;81
>MX America/Mazatlan
Culiacán;24.79;-107.39;81
>MX America/Merida
Mérida;20.98;-89.62;120
>MX America/Mexico_City
Ciudad Nezahualcoyotl;19.4;-99.01;110
Ecatepec de Morelos;19.6;-99.06;165
Guadalajara;20.67;-103.39;139;과달라하라
Gustavo Adolfo Madero;19.49;-99.11;119
Iztapalapa;19.36;-99.06;182
León de los Aldama;21.13;-101.67;172
Mexico City;19.43;-99.13;1229;멕시코시티;멕시코시;Ciudad de México
Naucalpan de Juárez;19.48;-99.24;79
Puebla;19.04;-98.2;169
Santiago de Querétaro;20.59;-100.39;159
Zapopan;20.72;-103.38;148
>MX America/Monterrey
Monterrey;25.68;-100.32;114;몬테레이
>MX America/Tijuana
Mexicali;32.63;-115.45;103
Tijuana;32.5;-117;192;티후아나
>MY Asia/Kuala_Lumpur
George Town;5.41;100.34;16;페낭;Penang
Ipoh;4.58;101.08;84
Johor Bahru;1.47;103.76;86;조호르바루
Kampung Baru Subang;3.15;101.53;83
Klang;3.04;101.44;88
Kuala Lumpur;3.14;101.69;145;쿠알라룸푸르;KL
Petaling Jaya;3.11;101.61;90
Putrajaya;2.94;101.69;5
>MY Asia/Kuching
Kota Kinabalu;5.97;116.07;50;코타키나발루
>MZ Africa/Maputo
Maputo;-25.97;32.58;119
Matola;-25.96;32.46;103
>NA Africa/Windhoek
Windhoek;-22.56;17.08;27
>NC Pacific/Noumea
Nouméa;-22.27;166.45;9
>NE Africa/Niamey
Niamey;13.51;2.11;77
>NF Pacific/Norfolk
Kingston;-29.05;167.97;0
>NG Africa/Lagos
Aba;5.11;7.37;90
Abuja;9.06;7.5;124;아부자
Benin City;6.34;5.63;178
Ibadan;7.38;3.91;365
Ilorin;8.5;4.54;81
Jos;9.93;8.89;82
Kaduna;10.53;7.44;158
Kano;12;8.52;410
Lagos;6.45;3.39;1539;라고스
Maiduguri;11.85;13.16;76
Onitsha;6.15;6.79;155
Port Harcourt;4.78;7.01;187
Zaria;11.11;7.72;98
>NI America/Managua
Managua;12.13;-86.25;97
>NL Europe/Amsterdam
Amsterdam;52.37;4.89;74;암스테르담
Eindhoven;51.44;5.48;21;에인트호번
Rotterdam;51.92;4.48;60;로테르담
The Hague;52.08;4.3;47;헤이그;Den Haag
>NO Europe/Oslo
Oslo;59.91;10.75;58;오슬로
>NP Asia/Kathmandu
Kathmandu;27.7;85.32;144;카트만두
>NR Pacific/Nauru
Yaren;-0.55;166.93;0
>NU Pacific/Niue
Alofi;-19.05;-169.92;0
>NZ Pacific/Auckland
Auckland;-36.85;174.76;42;오클랜드
Christchurch;-43.53;172.63;36;크라이스트처치
Hamilton;-37.78;175.28;18
Linton Military Camp;-40.4;175.58;0
Manukau City;-36.99;174.88;36
Wellington;-41.29;174.78;38;웰링턴
>OM Asia/Muscat
Muscat;23.58;58.41;80;무스카트
>PA America/Panama
Panama City;8.99;-79.52;41;파나마;파나마시티;Panama
>PE America/Lima
Arequipa;-16.4;-71.53;101
Callao;-12.06;-77.12;130
Lima;-12.04;-77.03;774;리마
Trujillo;-8.12;-79.03;92
>PF Pacific/Tahiti
Papeete;-17.53;-149.57;3
>PG Pacific/Port_Moresby
Port Moresby;-9.48;147.15;28
>PH Asia/Manila
Angeles City;15.15;120.58;30;앙헬레스;클락
Antipolo;14.63;121.12;55
Bacolod City;10.67;122.95;45
Bacoor;14.46;120.94;36
Baguio;16.42;120.59;27;바기오
Batangas;13.76;121.06;24
Binangonan;14.46;121.19;22
Biñan;14.34;121.08;30
Budta;7.2;124.44;127
Butuan;8.95;125.54;31
Cabanatuan City;15.49;120.97;33
Cabuyao;14.27;121.13;31
Cagayan de Oro;8.48;124.65;45
Cainta;14.58;121.12;28
Calamba;14.21;121.17;54
Caloocan City;14.65;120.97;150
Cebu City;10.32;123.89;96;세부
Cotabato;7.22;124.25;33
Dasmariñas;14.33;120.94;44
Davao;7.07;125.61;178;다바오
General Santos;6.11;125.17;68
Iligan City;8.25;124.4;31
Iligan;8.23;124.24;34
Iloilo;10.7;122.56;39
Imus;14.43;120.94;22
Lapu-Lapu City;10.31;123.95;35
Las Piñas;14.45;120.98;59
Libertad;8.94;125.5;25
Lipa City;13.94;121.16;21
Lucena;13.93;121.62;23
Magugpo Poblacion;7.45;125.8;23
Makati City;14.55;121.03;51
Malingao;7.16;124.47;112
Mandaluyong City;14.58;121.04;43
Mandaue City;10.32;123.92;33
Manila;14.6;120.98;160;마닐라
Mansilingan;10.63;122.98;45
Mantampay;8.17;124.22;27
Navotas;14.67;120.95;25
Olongapo;14.83;120.28;22
Paranaque City;14.48;121.02;69
Pasay;14.54;121;42
Pasig City;14.59;121.06;62
Puerto Princesa;9.74;118.74;22
Quezon City;14.65;121.05;276;케손시티;퀘존
San Fernando;15.03;120.68;25
San Jose del Monte;14.81;121.05;36
San Pablo;14.07;121.33;21
San Pedro;14.36;121.05;27
Santa Rosa;14.31;121.11;22
Santol;15.16;120.57;30
Tacloban;11.24;125;24
Taguig;14.52;121.08;64
Taytay;14.56;121.13;23
Toledo;10.38;123.64;21
Zamboanga;6.91;122.07;46
>PK Asia/Karachi
Faisalabad;31.42;73.09;251
Gujranwala;32.16;74.19;138
Hyderabad;25.39;68.37;139
Islamabad;33.72;73.04;60;이슬라마바드
Karachi;24.86;67.01;1162;카라치
Lahore;31.56;74.35;631;라호르
Multan;30.2;71.48;144
Peshawar;34.01;71.58;122
Rahim Yar Khan;28.42;70.3;79
Rawalpindi;33.6;73.05;174
>PL Europe/Warsaw
Kraków;50.06;19.94;76;크라쿠프;Cracow
Warsaw;52.23;21.01;170;바르샤바
Wrocław;51.1;17.03;63;브로츠와프
Łódź;51.77;19.47;77
>PM America/Miquelon
Saint-Pierre;46.78;-56.18;1
>PN Pacific/Pitcairn
Adamstown;-25.07;-130.1;0
>PR America/Puerto_Rico
San Juan;18.47;-66.11;42
>PT Europe/Lisbon
Lisbon;38.72;-9.13;52;리스본;Lisboa
Porto;41.15;-8.61;25;포르투
>PW Pacific/Palau
Ngerulmud;7.5;134.62;0;팔라우;Palau
>PY America/Asuncion
Asunción;-25.29;-57.65;148;아순시온
Ciudad del Este;-25.51;-54.61;30;시우다드델에스테
>QA Asia/Qatar
Doha;25.29;51.53;34;도하
>RE Indian/Reunion
Saint-Denis;-20.88;55.45;14
>RO Europe/Bucharest
Bucharest;44.43;26.11;188;부쿠레슈티;부카레스트
>RS Europe/Belgrade
Belgrade;44.8;20.47;127;베오그라드
>RU Asia/Barnaul
Barnaul;53.36;83.76;63
Biysk;52.54;85.21;22
>RU Asia/Chita
Chita;52.03;113.5;35
>RU Asia/Irkutsk
Angarsk;52.54;103.89;24
Bratsk;56.13;101.61;26
Irkutsk;52.3;104.3;62;이르쿠츠크
Ulan-Ude;51.83;107.61;36
>RU Asia/Krasnoyarsk
Krasnoyarsk;56.02;92.87;109
>RU Asia/Novokuznetsk
Kemerovo;55.33;86.08;56
Novokuznetsk;53.76;87.11;54
Prokop’yevsk;53.91;86.72;22
>RU Asia/Novosibirsk
Novosibirsk;55.04;82.93;161;노보시비르스크
>RU Asia/Omsk
Omsk;54.99;73.37;117
>RU Asia/Sakhalin
Yuzhno-Sakhalinsk;46.95;142.74;20;유즈노사할린스크;사할린;Sakhalin
>RU Asia/Tomsk
Tomsk;56.5;84.97;57
>RU Asia/Vladivostok
Khabarovsk;48.48;135.08;62;하바롭스크
Komsomolsk-on-Amur;50.55;137.01;28
Ussuriysk;43.8;131.95;16;우수리스크
Vladivostok;43.11;131.87;60;블라디보스토크;해삼위
>RU Asia/Yakutsk
Blagoveshchensk;50.28;127.54;23
Yakutsk;62.03;129.73;24
>RU Asia/Yekaterinburg
Chelyabinsk;55.15;61.43;120
Kurgan;55.45;65.33;31
Magnitogorsk;53.42;59.05;41
Nizhnevartovsk;60.93;76.55;24
Nizhny Tagil;57.92;59.97;38
Orenburg;51.77;55.1;56
Orsk;51.2;58.57;25
Perm;58.01;56.25;98
Sterlitamak;53.62;55.95;27
Surgut;61.25;73.42;30
Tyumen;57.15;65.53;77
Ufa;54.74;55.97;112
Yekaterinburg;56.85;60.61;150;예카테린부르크
>RU Europe/Astrakhan
Astrakhan;46.35;48.04;53
>RU Europe/Kaliningrad
Kaliningrad;54.71;20.51;48
>RU Europe/Kirov
Kirov;58.6;49.66;51
>RU Europe/Moscow
Arkhangel’sk;64.54;40.54;35
Belgorod;50.61;36.58;35
Bryansk;53.25;34.37;43
Cheboksary;56.13;47.25;49
Cherepovets;59.13;37.9;32
Dzerzhinsk;56.24;43.46;23
Groznyy;43.31;45.69;30
Ivanovo;57;40.97;41
Kaluga;54.53;36.28;34
Kazan;55.79;49.12;124
Khimki;55.9;37.43;24
Kostroma;57.77;40.93;28
Krasnodar;45.04;38.98;90
Kursk;51.74;36.19;45
Lipetsk;52.6;39.57;51
Makhachkala;42.98;47.5;60
Moscow;55.75;37.62;1038;모스크바
Murmansk;68.98;33.09;30
Naberezhnyye Chelny;55.73;52.41;51
Nalchik;43.5;43.62;24
Nizhnekamsk;55.64;51.82;23
Nizhny Novgorod;56.33;44;126
Novorossiysk;44.72;37.77;24
Orël;52.97;36.08;30
Penza;53.2;45;52
Petrozavodsk;61.78;34.35;28
Pskov;57.81;28.35;21
Rostov-on-Don;47.23;39.72;113;로스토프;Rostov
Ryazan’;54.63;39.69;54
Rybinsk;58.04;38.84;22
Saint Petersburg;59.94;30.31;535;상트페테르부르크;레닌그라드;St Petersburg;Leningrad;Petrograd
Saransk;54.18;45.17;32
Shakhty;47.71;40.21;22
Smolensk;54.78;32.04;33
Sochi;43.6;39.73;33
Staryy Oskol;51.3;37.84;23
Stavropol’;45.04;41.97;43
Syktyvkar;61.66;50.81;25
Taganrog;47.24;38.91;28
Tambov;52.73;41.44;29
Tula;54.2;37.62;48
Tver;56.86;35.9;42
Velikiy Novgorod;58.52;31.27;22
Vladikavkaz;43.04;44.67;31
Vladimir;56.14;40.4;36
Vologda;59.22;39.88;31
Voronezh;51.67;39.18;105
Yaroslavl;57.63;39.87;61
Yoshkar-Ola;56.64;47.89;27
Zelenograd;55.98;37.18;22
>RU Europe/Samara
Izhevsk;56.85;53.2;65
Samara;53.2;50.15;116
Tolyatti;53.53;49.35;70
>RU Europe/Saratov
Saratov;51.54;46.01;84
>RU Europe/Ulyanovsk
Ulyanovsk;54.33;48.39;63
>RU Europe/Volgograd
Volgograd;48.72;44.5;101
Volzhsky;48.79;44.78;32
>RW Africa/Kigali
Kigali;-1.95;30.06;113
>SA Asia/Riyadh
Dammam;26.43;50.1;125;담맘
Jeddah;21.49;39.19;470;제다
Jubail;27.02;49.62;24;주베일
Mecca;21.43;39.83;158
Medina;24.47;39.61;130
Riyadh;24.69;46.72;421;리야드
Sulţānah;24.49;39.59;95
>SB Pacific/Guadalcanal
Honiara;-9.43;159.95;6
>SC Indian/Mahe
Victoria;-4.62;55.46;2
>SD Africa/Khartoum
Khartoum;15.55;32.53;197
Omdurman;15.64;32.48;120
>SE Europe/Stockholm
Gothenburg;57.71;11.97;59;예테보리;Göteborg
Stockholm;59.33;18.07;152;스톡홀름
>SG Asia/Singapore
Singapore;1.29;103.85;564;싱가포르;싱가폴
>SH Atlantic/St_Helena
Jamestown;-15.94;-5.72;0
>SI Europe/Ljubljana
Ljubljana;46.05;14.51;27
>SJ Arctic/Longyearbyen
Longyearbyen;78.22;15.65;0
>SK Europe/Bratislava
Bratislava;48.15;17.11;42;브라티슬라바
Žilina;49.22;18.74;8;질리나
>SL Africa/Freetown
Freetown;8.49;-13.24;80
>SM Europe/San_Marino
San Marino;43.94;12.45;0
>SN Africa/Dakar
Dakar;14.69;-17.44;248;다카르
Pikine;14.76;-17.39;87
>SO Africa/Mogadishu
Mogadishu;2.04;45.34;259
>SR America/Paramaribo
Paramaribo;5.87;-55.17;22
>SS Africa/Juba
Juba;4.85;31.58;45
>ST Africa/Sao_Tome
São Tomé;0.34;6.73;5
>SV America/El_Salvador
San Salvador;13.69;-89.19;53;산살바도르
>SX America/Lower_Princes
Philipsburg;18.03;-63.05;0
>SY Asia/Damascus
Aleppo;36.2;37.16;160
Damascus;33.51;36.29;157;다마스쿠스
Homs;34.73;36.72;78
>SZ Africa/Mbabane
Lobamba;-26.47;31.2;0
Mbabane;-26.32;31.13;8
>TC America/Grand_Turk
Cockburn Town;21.46;-71.14;0
>TD Africa/Ndjamena
N'Djamena;12.11;15.04;72
>TF Indian/Kerguelen
Port-aux-Français;-49.35;70.22;0
>TG Africa/Lome
Lomé;6.13;1.22;75
>TH Asia/Bangkok
Bangkok;13.75;100.5;510;방콕
Chiang Mai;18.79;98.98;13;치앙마이
Pattaya;12.93;100.88;10;파타야
Phuket;7.89;98.4;8;푸껫;푸켓
>TJ Asia/Dushanbe
Dushanbe;38.54;68.78;68;두샨베
>TL Asia/Dili
Dili;-8.56;125.57;15
>TM Asia/Ashgabat
Ashgabat;37.95;58.38;73;아시가바트
>TN Africa/Tunis
Tunis;36.82;10.17;69
>TO Pacific/Tongatapu
Nuku‘alofa;-21.14;-175.2;2
>TR Europe/Istanbul
Adana;36.99;35.33;178
Ankara;39.92;32.85;352;앙카라
Antalya;36.91;30.7;134
Bursa;40.2;29.06;310
Gaziantep;37.06;37.38;181
Istanbul;41.01;28.95;1480;이스탄불
Kayseri;38.73;35.49;120
Konya;37.87;32.48;139
Çankaya;39.92;32.86;79
İzmir;38.41;27.14;250;이즈미르
>TT America/Port_of_Spain
Port of Spain;10.67;-61.52;5
>TV Pacific/Funafuti
Funafuti;-8.52;179.19;0
>TW Asia/Taipei
Kaohsiung;22.62;120.31;152;가오슝;카오슝
Taichung;24.15;120.68;104;타이중
Tainan;22.99;120.21;77;타이난
Taipei;25.05;121.53;787;타이베이;타이페이;대북
>TZ Africa/Dar_es_Salaam
Dar es Salaam;-6.82;39.27;538;다르에스살람
Dodoma;-6.17;35.74;18
>UA Europe/Kyiv
Dnipro;48.47;35.04;97
Donetsk;48.02;37.8;90
Kharkiv;49.98;36.25;143;하르키우;Kharkov
Kyiv;50.45;30.52;280;키이우;키예프;Kiev
Odesa;46.49;30.74;102;오데사;Odessa
>UG Africa/Kampala
Kampala;0.32;32.58;135;캄팔라
>US America/Anchorage AK
Anchorage;61.22;-149.9;29;앵커리지
>US America/Chicago AL
Birmingham;33.52;-86.8;21
Huntsville;34.73;-86.59;22
Montgomery;32.37;-86.3;20;몽고메리
>US America/Chicago IA
Des Moines;41.6;-93.61;21
>US America/Chicago IL
Aurora;41.76;-88.32;20
Champaign;40.12;-88.24;9;샴페인
Chicago;41.85;-87.65;270;시카고
Glenview;42.07;-87.79;5
>US America/Chicago KS
Wichita;37.69;-97.34;39
>US America/Chicago LA
Baton Rouge;30.44;-91.19;23
New Orleans;29.95;-90.08;39;뉴올리언스
>US America/Chicago MN
Minneapolis;44.98;-93.26;41;미니애폴리스
Saint Paul;44.94;-93.09;29
>US America/Chicago MO
Kansas City;39.1;-94.58;48;캔자스시티
St. Louis;38.63;-90.2;32;세인트루이스
>US America/Chicago NE
Lincoln;40.8;-96.67;28
Omaha;41.26;-95.94;49
>US America/Chicago OK
Oklahoma City;35.47;-97.52;68
Tulsa;36.15;-95.99;41
>US America/Chicago TN
Memphis;35.15;-90.05;63;멤피스
Nashville;36.17;-86.78;69;내슈빌
>US America/Chicago TX
Arlington;32.74;-97.11;39
Austin;30.27;-97.74;93;오스틴
Corpus Christi;27.8;-97.4;33
Dallas;32.78;-96.81;130;댈러스;달라스
Fort Worth;32.73;-97.32;92;포트워스
Garland;32.91;-96.64;24
Houston;29.76;-95.36;230;휴스턴
Irving;32.81;-96.95;24
Killeen;31.12;-97.73;14;킬린
Laredo;27.51;-99.51;26
Lubbock;33.58;-101.86;25
Plano;33.02;-96.7;28
San Antonio;29.42;-98.49;143;샌안토니오
>US America/Chicago WI
Madison;43.07;-89.4;25
Milwaukee;43.04;-87.91;60;밀워키
>US America/Denver CO
Aurora;39.73;-104.83;36
Colorado Springs;38.83;-104.82;46
Denver;39.74;-104.98;72;덴버
>US America/Denver NM
Albuquerque;35.08;-106.65;56
>US America/Denver TX
El Paso;31.76;-106.49;68
>US America/Denver UT
Salt Lake City;40.76;-111.89;19;솔트레이크시티
>US America/Detroit MI
Ann Arbor;42.28;-83.74;12;앤아버
Detroit;42.33;-83.05;68;디트로이트
>US America/Indiana/Indianapolis IN
Fort Wayne;41.13;-85.13;26
Indianapolis;39.77;-86.16;89;인디애나폴리스
>US America/Kentucky/Louisville KY
Louisville;38.25;-85.76;24
>US America/Los_Angeles CA
Anaheim;33.84;-117.91;35;애너하임
Bakersfield;35.37;-119.02;37
Berkeley;37.87;-122.27;12;버클리
Buena Park;33.87;-118;8;부에나파크
Cerritos;33.86;-118.06;5;세리토스
Chula Vista;32.64;-117.08;27
Cupertino;37.32;-122.03;6;쿠퍼티노
Diamond Bar;34.03;-117.81;6;다이아몬드바
Fontana;34.09;-117.44;21
Fremont;37.55;-121.99;23;프리몬트
Fresno;36.75;-119.77;52;프레즈노
Fullerton;33.87;-117.93;14;풀러턴
Garden Grove;33.77;-117.94;18;가든그로브
Glendale;34.14;-118.26;20;글렌데일
Huntington Beach;33.66;-118;20
Irvine;33.67;-117.82;26;어바인
Long Beach;33.77;-118.19;47;롱비치
Los Angeles;34.05;-118.24;390;로스앤젤레스;로스엔젤레스;엘에이;나성;LA
Modesto;37.64;-121;21
Moreno Valley;33.94;-117.23;20
Oakland;37.8;-122.27;42;오클랜드
Oxnard;34.2;-119.18;21
Palo Alto;37.44;-122.14;7;팰로앨토;팔로알토
Riverside;33.95;-117.4;32;리버사이드
Sacramento;38.58;-121.49;49;새크라멘토
San Bernardino;34.11;-117.29;22
San Diego;32.72;-117.16;139;샌디에이고
San Francisco;37.77;-122.42;86;샌프란시스코;상항;SF
San Jose;37.34;-121.89;103;산호세;새너제이
Santa Ana;33.75;-117.87;34
Santa Clara;37.35;-121.96;13;샌타클래라;산타클라라
Stockton;37.96;-121.29;31
Sunnyvale;37.37;-122.04;16;서니베일
Torrance;33.84;-118.34;14;토런스;토랜스
>US America/Los_Angeles NV
Henderson;36.04;-114.98;29
Las Vegas;36.17;-115.14;62;라스베이거스;라스베가스
North Las Vegas;36.2;-115.12;23
Paradise;36.1;-115.15;22
Reno;39.53;-119.81;24
>US America/Los_Angeles OR
Portland;45.52;-122.68;65;포틀랜드
>US America/Los_Angeles WA
Bellevue;47.61;-122.2;14;벨뷰
Federal Way;47.32;-122.31;10;페더럴웨이
Lynnwood;47.82;-122.32;4;린우드
Seattle;47.61;-122.33;74;시애틀
Spokane;47.66;-117.43;21
Tacoma;47.25;-122.44;21;타코마;터코마
Tri-Cities;46.25;-119.2;24
>US America/New_York CT
New Haven;41.31;-72.93;13;뉴헤이븐
>US America/New_York DC
Washington;38.9;-77.04;69;워싱턴;워싱턴DC;Washington DC;Washington D.C.
>US America/New_York FL
Hialeah;25.86;-80.28;24
Jacksonville;30.33;-81.66;95;잭슨빌
Miami;25.77;-80.19;44;마이애미
Orlando;28.54;-81.38;31;올랜도
St. Petersburg;27.77;-82.68;26
Tampa;27.95;-82.46;38;탬파
>US America/New_York GA
Atlanta;33.75;-84.39;46;애틀랜타;아틀란타
Columbus;32.46;-84.99;21
Duluth;34;-84.14;3;덜루스
Johns Creek;34.03;-84.2;8;존스크릭
Suwanee;34.05;-84.07;2;스와니
>US America/New_York KY
Lexington;38.05;-84.46;31
>US America/New_York MA
Boston;42.36;-71.06;68;보스턴
Cambridge;42.38;-71.11;11
Worcester;42.26;-71.8;21
>US America/New_York MD
Baltimore;39.29;-76.61;58;볼티모어
Ellicott City;39.27;-76.8;7;엘리컷시티
>US America/New_York NC
Charlotte;35.23;-80.84;87;샬럿
Durham;35.99;-78.9;26
Fayetteville;35.05;-78.88;20
Greensboro;36.07;-79.79;29
Raleigh;35.77;-78.64;45;롤리
Winston-Salem;36.1;-80.24;24
>US America/New_York NJ
Fort Lee;40.85;-73.97;4;포트리
Jersey City;40.73;-74.08;26;저지시티
Newark;40.74;-74.17;28;뉴어크
Palisades Park;40.85;-74;2;팰리세이즈파크
Princeton;40.35;-74.66;3;프린스턴
>US America/New_York NY
Bronx;40.85;-73.87;139;브롱크스
Brooklyn;40.65;-73.95;274;브루클린
Buffalo;42.89;-78.88;26;버펄로;버팔로
Ithaca;42.44;-76.5;3;이타카
Jamaica;40.69;-73.81;22
Manhattan;40.78;-73.97;149;맨해튼;맨하탄
New York;40.71;-74.01;880;뉴욕;뉴욕시;NYC
Queens;40.68;-73.84;227;퀸스;퀸즈;플러싱;Flushing
Rochester;43.15;-77.62;21
Staten Island;40.56;-74.14;47;스태튼아일랜드
Yonkers;40.93;-73.9;20
>US America/New_York OH
Cincinnati;39.13;-84.51;31;신시내티
Cleveland;41.5;-81.7;39;클리블랜드
Columbus;39.96;-83;91;콜럼버스
Toledo;41.66;-83.56;28
>US America/New_York PA
Philadelphia;39.95;-75.16;158;필라델피아
Pittsburgh;40.44;-80;30;피츠버그
>US America/New_York VA
Annandale;38.83;-77.2;4;애넌데일;애난데일
Arlington;38.88;-77.1;21
Centreville;38.84;-77.43;7;센터빌
Chesapeake;36.82;-76.27;24
Fairfax;38.85;-77.31;2;페어팩스
Norfolk;36.85;-76.29;25
Richmond;37.55;-77.46;23;리치먼드
Virginia Beach;36.85;-75.98;45
>US America/Phoenix AZ
Chandler;33.31;-111.84;26
Gilbert;33.35;-111.79;25
Glendale;33.54;-112.19;24
Maryvale;33.5;-112.18;21
Mesa;33.42;-111.82;47
Phoenix;33.45;-112.07;161;피닉스
Scottsdale;33.51;-111.9;24
Tucson;32.22;-110.93;53;투손
>US Pacific/Honolulu HI
Honolulu;21.31;-157.86;37;호놀룰루;하와이;Hawaii
>UY America/Montevideo
Montevideo;-34.9;-56.19;127;몬테비데오
>UZ Asia/Samarkand
Bukhara;39.77;64.43;28
Nukus;42.45;59.61;33
Qarshi;38.86;65.79;28
Samarkand;39.65;66.96;51;사마르칸트
>UZ Asia/Tashkent
Andijon;40.78;72.34;45
Fergana;40.38;71.78;30
Marg‘ilon;40.47;71.72;24
Namangan;41;71.67;101
Qo‘qon;40.53;70.94;26
Tashkent;41.26;69.22;198;타슈켄트
>VA Europe/Vatican
Vatican City;41.9;12.45;0
>VC America/St_Vincent
Kingstown;13.16;-61.23;2
>VE America/Caracas
Barcelona;10.14;-64.69;82
Barquisimeto;10.06;-69.36;124
Caracas;10.49;-66.88;300;카라카스
Ciudad Guayana;8.35;-62.64;95
Maracaibo;10.67;-71.61;223
Maracay;10.24;-67.59;175
Valencia;10.16;-68.01;162
>VG America/Tortola
Road Town;18.43;-64.62;1
>VI America/St_Thomas
Charlotte Amalie;18.34;-64.93;2
>VN Asia/Bangkok
Chí Linh;21.07;106.32;22
Haiphong;20.86;106.68;84;하이퐁
Hanoi;21.02;105.84;805;하노이
Huế;16.46;107.6;35;후에
Thái Nguyên;21.59;105.85;25
>VN Asia/Ho_Chi_Minh
Biên Hòa;10.94;106.82;83
Cần Thơ;10.04;105.79;81;껀터
Da Nang;16.07;108.22;99;다낭;Danang
Dĩ An;10.91;106.77;47
Ho Chi Minh City;10.82;106.63;899;호찌민;호치민;호찌민시;호치민시;사이공;Saigon
Long Xuyên;10.39;105.44;27
Nha Trang;12.25;109.19;28;나트랑;냐짱
Ninh Hòa;12.49;109.12;24
Qui Nhon;13.78;109.22;21
Rạch Giá;10.01;105.08;23
Sa Dec;10.29;105.76;20
Thuận An;10.92;106.71;59
Tân An;10.54;106.41;22
Vũng Tàu;10.35;107.08;34;붕따우
>VU Pacific/Efate
Port-Vila;-17.74;168.31;4
>WF Pacific/Wallis
Mata-Utu;-13.28;-176.17;0
>WS Pacific/Apia
Apia;-13.83;-171.77;4
>XK Europe/Belgrade
Pristina;42.67;21.17;55
>YE Asia/Aden
Aden;12.78;45.04;86
Sanaa;15.35;44.21;194
>YT Indian/Mayotte
Mamoudzou;-12.78;45.23;5
>ZA Africa/Johannesburg
Cape Town;-33.93;18.42;471;케이프타운
Durban;-29.86;31.03;312;더반
Johannesburg;-26.2;28.04;564;요하네스버그
Pietermaritzburg;-29.62;30.39;75
Port Elizabeth;-33.96;25.61;97
Pretoria;-25.74;28.19;162;프리토리아
Riverlea;-26.21;27.97;0
Soweto;-26.27;27.86;170
>ZM Africa/Lusaka
Lusaka;-15.41;28.29;127
>ZW Africa/Harare
Bulawayo;-20.15;28.58;120
Harare;-17.83;31.05;154
`;

// `country;names…`, in English and Korean as ICU's CLDR has them, and others.
export const COUNTRIES = `
AD;Andorra;안도라
AE;United Arab Emirates;아랍에미리트;UAE;아랍에미리트
AF;Afghanistan;아프가니스탄
AG;Antigua & Barbuda;앤티가 바부다
AI;Anguilla;앵귈라
AL;Albania;알바니아
AM;Armenia;아르메니아
AO;Angola;앙골라
AR;Argentina;아르헨티나
AS;American Samoa;아메리칸 사모아
AT;Austria;오스트리아
AU;Australia;오스트레일리아;호주
AW;Aruba;아루바
AX;Åland Islands;올란드 제도
AZ;Azerbaijan;아제르바이잔
BA;Bosnia & Herzegovina;보스니아 헤르체고비나
BB;Barbados;바베이도스
BD;Bangladesh;방글라데시
BE;Belgium;벨기에
BF;Burkina Faso;부르키나파소
BG;Bulgaria;불가리아
BH;Bahrain;바레인
BI;Burundi;부룬디
BJ;Benin;베냉
BL;St. Barthélemy;생바르텔레미
BM;Bermuda;버뮤다
BN;Brunei;브루나이
BO;Bolivia;볼리비아
BQ;Caribbean Netherlands;네덜란드령 카리브
BR;Brazil;브라질
BS;Bahamas;바하마
BT;Bhutan;부탄
BW;Botswana;보츠와나
BY;Belarus;벨라루스
BZ;Belize;벨리즈
CA;Canada;캐나다
CC;Cocos;코코스 제도
CD;Congo - Kinshasa;콩고-킨샤사
CF;Central African Republic;중앙 아프리카 공화국
CG;Congo - Brazzaville;콩고-브라자빌
CH;Switzerland;스위스
CI;Côte d’Ivoire;코트디부아르
CK;Cook Islands;쿡 제도
CL;Chile;칠레
CM;Cameroon;카메룬
CN;China;중국;PRC;중공
CO;Colombia;콜롬비아
CR;Costa Rica;코스타리카
CU;Cuba;쿠바
CV;Cape Verde;카보베르데
CW;Curaçao;퀴라소
CX;Christmas Island;크리스마스섬
CY;Cyprus;키프로스
CZ;Czechia;체코;Czech Republic;체코
DE;Germany;독일;서독;동독;West Germany;East Germany
DJ;Djibouti;지부티
DK;Denmark;덴마크
DM;Dominica;도미니카
DO;Dominican Republic;도미니카 공화국
DZ;Algeria;알제리
EC;Ecuador;에콰도르
EE;Estonia;에스토니아
EG;Egypt;이집트
ER;Eritrea;에리트리아
ES;Spain;스페인
ET;Ethiopia;에티오피아
FI;Finland;핀란드
FJ;Fiji;피지
FK;Falkland Islands;포클랜드 제도
FM;Micronesia;미크로네시아
FO;Faroe Islands;페로 제도
FR;France;프랑스
GA;Gabon;가봉
GB;United Kingdom;영국;UK;England;Scotland;Wales;Britain;Great Britain;잉글랜드;스코틀랜드
GD;Grenada;그레나다
GE;Georgia;조지아
GF;French Guiana;프랑스령 기아나
GG;Guernsey;건지
GH;Ghana;가나
GI;Gibraltar;지브롤터
GL;Greenland;그린란드
GM;Gambia;감비아
GN;Guinea;기니
GP;Guadeloupe;과들루프
GQ;Equatorial Guinea;적도 기니
GR;Greece;그리스
GS;South Georgia & South Sandwich Islands;사우스조지아 사우스샌드위치 제도
GT;Guatemala;과테말라
GU;Guam;괌
GW;Guinea-Bissau;기니비사우
GY;Guyana;가이아나
HK;Hong Kong SAR China;홍콩;Hong Kong
HN;Honduras;온두라스
HR;Croatia;크로아티아
HT;Haiti;아이티
HU;Hungary;헝가리
ID;Indonesia;인도네시아
IE;Ireland;아일랜드
IL;Israel;이스라엘
IM;Isle of Man;맨섬
IN;India;인도
IQ;Iraq;이라크
IR;Iran;이란
IS;Iceland;아이슬란드
IT;Italy;이탈리아
JE;Jersey;저지
JM;Jamaica;자메이카
JO;Jordan;요르단
JP;Japan;일본
KE;Kenya;케냐
KG;Kyrgyzstan;키르기스스탄
KH;Cambodia;캄보디아
KI;Kiribati;키리바시
KM;Comoros;코모로
KN;St. Kitts & Nevis;세인트키츠 네비스
KW;Kuwait;쿠웨이트
KY;Cayman Islands;케이맨 제도
KZ;Kazakhstan;카자흐스탄
LA;Laos;라오스
LB;Lebanon;레바논
LC;St. Lucia;세인트루시아
LI;Liechtenstein;리히텐슈타인
LK;Sri Lanka;스리랑카
LR;Liberia;라이베리아
LS;Lesotho;레소토
LT;Lithuania;리투아니아
LU;Luxembourg;룩셈부르크
LV;Latvia;라트비아
LY;Libya;리비아
MA;Morocco;모로코
MC;Monaco;모나코
MD;Moldova;몰도바
ME;Montenegro;몬테네그로
MF;St. Martin;생마르탱
MG;Madagascar;마다가스카르
MH;Marshall Islands;마셜 제도
MK;North Macedonia;북마케도니아
ML;Mali;말리
MM;Myanmar;미얀마;Burma;버마
MN;Mongolia;몽골
MO;Macao SAR China;마카오;Macau;Macao
MP;Northern Mariana Islands;북마리아나제도
MQ;Martinique;마르티니크
MR;Mauritania;모리타니
MS;Montserrat;몬트세라트
MT;Malta;몰타
MU;Mauritius;모리셔스
MV;Maldives;몰디브
MW;Malawi;말라위
MX;Mexico;멕시코
MY;Malaysia;말레이시아
MZ;Mozambique;모잠비크
NA;Namibia;나미비아
NC;New Caledonia;뉴칼레도니아
NE;Niger;니제르
NF;Norfolk Island;노퍽섬
NG;Nigeria;나이지리아
NI;Nicaragua;니카라과
NL;Netherlands;네덜란드;Holland;화란
NO;Norway;노르웨이
NP;Nepal;네팔
NR;Nauru;나우루
NU;Niue;니우에
NZ;New Zealand;뉴질랜드
OM;Oman;오만
PA;Panama;파나마
PE;Peru;페루
PF;French Polynesia;프랑스령 폴리네시아
PG;Papua New Guinea;파푸아뉴기니
PH;Philippines;필리핀
PK;Pakistan;파키스탄
PL;Poland;폴란드
PM;St. Pierre & Miquelon;생피에르 미클롱
PN;Pitcairn Islands;핏케언 제도
PR;Puerto Rico;푸에르토리코
PT;Portugal;포르투갈
PW;Palau;팔라우
PY;Paraguay;파라과이
QA;Qatar;카타르
RE;Réunion;레위니옹
RO;Romania;루마니아
RS;Serbia;세르비아
RU;Russia;러시아;소련;USSR
RW;Rwanda;르완다
SA;Saudi Arabia;사우디아라비아
SB;Solomon Islands;솔로몬 제도
SC;Seychelles;세이셸
SD;Sudan;수단
SE;Sweden;스웨덴
SG;Singapore;싱가포르
SH;St. Helena;세인트헬레나
SI;Slovenia;슬로베니아
SJ;Svalbard & Jan Mayen;스발바르제도-얀마웬섬
SK;Slovakia;슬로바키아
SL;Sierra Leone;시에라리온
SM;San Marino;산마리노
SN;Senegal;세네갈
SO;Somalia;소말리아
SR;Suriname;수리남
SS;South Sudan;남수단
ST;São Tomé & Príncipe;상투메 프린시페
SV;El Salvador;엘살바도르
SX;Sint Maarten;신트마르턴
SY;Syria;시리아
SZ;Eswatini;에스와티니
TC;Turks & Caicos Islands;터크스 케이커스 제도
TD;Chad;차드
TF;French Southern Territories;프랑스령 남방 지역
TG;Togo;토고
TH;Thailand;태국
TJ;Tajikistan;타지키스탄
TL;Timor-Leste;동티모르
TM;Turkmenistan;투르크메니스탄
TN;Tunisia;튀니지
TO;Tonga;통가
TR;Türkiye;튀르키예;Turkey;터키
TT;Trinidad & Tobago;트리니다드 토바고
TV;Tuvalu;투발루
TW;Taiwan;대만
TZ;Tanzania;탄자니아
UA;Ukraine;우크라이나
UG;Uganda;우간다
US;United States;미국;USA;America;United States of America
UY;Uruguay;우루과이
UZ;Uzbekistan;우즈베키스탄
VA;Vatican City;바티칸 시국
VC;St. Vincent & Grenadines;세인트빈센트그레나딘
VE;Venezuela;베네수엘라
VG;British Virgin Islands;영국령 버진아일랜드
VI;U.S. Virgin Islands;미국령 버진아일랜드
VN;Vietnam;베트남;월남
VU;Vanuatu;바누아투
WF;Wallis & Futuna;왈리스-푸투나 제도
WS;Samoa;사모아
XK;Kosovo;코소보
YE;Yemen;예멘
YT;Mayotte;마요트
ZA;South Africa;남아프리카
ZM;Zambia;잠비아
ZW;Zimbabwe;짐바브웨
`;
