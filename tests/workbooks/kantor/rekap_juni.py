"""Shapes the workbook "Rekap Juni" in LibreOffice, through its UNO bridge, as an office would: run it in
this folder with the Python that LibreOffice is installed for."""
import uno, subprocess, time, os
from com.sun.star.beans import PropertyValue
p=subprocess.Popen(['soffice','--headless','--invisible','--norestore','--accept=socket,host=localhost,port=2002;urp;'],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
ctx=uno.getComponentContext(); r=ctx.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver",ctx)
for _ in range(60):
    try:
        c=r.resolve("uno:socket,host=localhost,port=2002;urp;StarOffice.ComponentContext"); break
    except Exception: time.sleep(0.5)
d=c.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop",c)
def pv(n,v):
    x=PropertyValue(); x.Name=n; x.Value=v; return x
doc=d.loadComponentFromURL("private:factory/scalc","_blank",0,())
sh=doc.Sheets; s=sh.getByIndex(0); s.Name="JUNI 2024"
def put(s,ref,v):
    cell=s.getCellRangeByName(ref)
    if isinstance(v,(int,float)): cell.Value=v
    elif v.startswith('='): cell.Formula=v
    else: cell.String=v
def fmt(s,ref,code):
    loc=uno.createUnoStruct("com.sun.star.lang.Locale"); loc.Language="id"; loc.Country="ID"
    k=doc.NumberFormats.queryKey(code,loc,False)
    if k==-1: k=doc.NumberFormats.addNew(code,loc)
    s.getCellRangeByName(ref).NumberFormat=k
put(s,"A1","REKAPITULASI PERMOHONAN HAK AKSES SISTEM APLIKASI"); s.getCellRangeByName("A1:L1").merge(True)
put(s,"A2","BULAN JUNI 2024"); s.getCellRangeByName("A2:L2").merge(True)
# two-row head
heads={"A4":"No.","B4":"NO.\nPERMOHONAN","C4":"Surat Permohonan","E4":"Tgl. Terima\n(WITA)","F4":"Pemohon","I4":"Akses yang diminta","K4":"Jenis","L4":"Ket."}
for k,v in heads.items(): put(s,k,v)
for k,v in {"C5":"Nomor","D5":"Tanggal","F5":"Nama & Gelar","G5":"NIP / NI PPPK","H5":"Satker","I5":"Aplikasi","J5":"Hak Akses"}.items(): put(s,k,v)
put(s,"F5","Nama lengkap (dan gelar)")
for m in ["A4:A5","B4:B5","C4:D4","E4:E5","F4:H4","I4:J4","K4:K5","L4:L5"]: s.getCellRangeByName(m).merge(True)
for i,col in enumerate("ABCDEFGHIJKL"): put(s,f"{col}6",f"({i+1})")
put(s,"A7","MINGGU I")
rows=[
 (8,1,"P-01","SDM.5-UM.01.01-11","3 Juni 2024","3/6/2024 09.00","Dr. Ir. H. Budi Santoso, S.H., M.Si.","'19740303 199803 1 909","Kanwil Bali","SIMPEG","Operator","baru",""),
 (9,2,"P-02","SDM.5-UM.01.01-12","4 Juni 2024","4/6/2024 10.00 WITA","Ni Luh Ayu, A.Md.Im.","NI PPPK 199505052023212902","Kanwil Bali","CACT","Asesor","baru","" ),
 (10,"","","","","","","","","SIMPEG","Verifikator","",""),
]
for row in rows:
    n=row[0]
    for col,v in zip("ABCDEFGHIJKL",row[1:]):
        if v!="": put(s,f"{col}{n}",v)
for col in "ABCDEFGH": s.getCellRangeByName(f"{col}9:{col}10").merge(True)
s.getCellRangeByName("K9:K10").merge(True)
put(s,"A12","MINGGU II")
put(s,"A13",3); put(s,"B13","P-03"); put(s,"C13","W.20-UM.01.01-77"); put(s,"D13",45456); fmt(s,"D13","DD/MM/YYYY"); put(s,"E13",45456.375); fmt(s,"E13","DD/MM/YYYY HH:MM")
put(s,"F13","Jusman"); put(s,"G13","-"); put(s,"H13","Rutan Denpasar"); put(s,"I13","=I8"); put(s,"J13","Operator"); put(s,"K13","baru")
put(s,"A14","Jumlah"); put(s,"J14","=COUNTA(J8:J13)")
put(s,"A16","Catatan: tanggal terima ditulis menurut jam kantor pemohon di Denpasar.")
put(s,"H18","Denpasar,    Juni 2024"); put(s,"H19","Petugas Pencatat,"); put(s,"H22","Ni Made Sari"); put(s,"H23","NIP 198001012005012901")
# second table on same sheet: staff
put(s,"A26","DAFTAR PETUGAS")
for col,v in zip("ABCD",["Nama","NIP","Jabatan","Peran dalam tim"]): put(s,f"{col}27",v)
for n,(a,b,c2,d2) in enumerate([("Ratna Kusumastuti, S.Kom., M.T.","198003032005032903","Pranata Komputer","Ketua Tim"),("Dewi Larasita, S.T.","199006062014062906","Pranata Komputer","Anggota Tim")]):
    for col,v in zip("ABCD",(a,b,c2,d2)): put(s,f"{col}{28+n}",v)
# wide sign-off sheet, hidden sheet for lookups
sh.insertNewByName("Kendali",1); k=sh.getByName("Kendali")
put(k,"A1","LEMBAR KENDALI (diisi petugas)")
put(k,"A3","No. Permohonan"); 
groups=[("Langkah 2: Disposisi",["Tanggal","Jam","Pelaksana","Paraf"]),("Langkah 3: Verifikasi",["Tanggal","Jam","Petugas","Hasil","Paraf"]),("Langkah 4. Pembuatan akun",["Tanggal","Jam mulai","Jam selesai","PIC","TTD"])]
def col(i):
    return chr(65+i) if i<26 else 'A'+chr(65+i-26)
i=1
for g,fs in groups:
    put(k,f"{col(i)}3",g); k.getCellRangeByName(f"{col(i)}3:{col(i+len(fs)-1)}3").merge(True)
    for f in fs: put(k,f"{col(i)}4",f); i+=1
k.getCellRangeByName("A3:A4").merge(True)
W="\u00fc"
data=[
 (5,"P-01",["Senin, 3 Juni 2024","08.05-08.15","Ratna Kusumastuti","RK"],["3 Juni 2024","08.20-08.45","Dewi Larasita","Sesuai",W],["3 Juni 2024",9.1,9.35,"Dewi Larasita","v"]),
 (6,"P-02",["5 Juni 2024","pukul 9 s.d. 9.10","Ratna Kusumastuti","RK"],["5 Juni 2024","10.00 - 10.20","Dewi Larasita","Tidak lengkap","DL"],["","","","",""]),
 (7,"P-02",["","","",""],["7 Juni 2024","08.00-08.20","Dewi Larasita","Lengkap","DL"],["7 Juni 2024","08.30","08.50","Dewi Larasita","DL"]),
 (8,"P-03",["13 Juni 2024","08.00-08.10 WIB","Ratna Kusumastuti","RK"],["-","","Dewi Larasita","",""],["","","","Dewi Larasita",""]),
]
for n,num,*gs in data:
    put(k,f"A{n}",num); i=1
    for g in gs:
        for v in g:
            if v!="": put(k,f"{col(i)}{n}",v)
            i+=1
# reason for T of P-02
put(k,f"{col(i)}4","Alasan L3"); put(k,f"{col(i)}6","surat tugas belum ada"); 
put(k,"A10","Keterangan: kolom paraf diisi inisial atau centang.")
k.Rows.getByIndex(6).IsVisible=False
rng=k.getCellRangeByName("A4:O8")
sh.insertNewByName("Pilihan",2); q=sh.getByName("Pilihan"); put(q,"A1","Ya"); put(q,"A2","Tidak"); q.IsVisible=False
for ext,f in (("xlsx","Calc MS Excel 2007 XML"),("ods","calc8"),("xls","MS Excel 97")):
    doc.storeToURL(uno.systemPathToFileUrl(os.path.abspath(f"Rekap Juni.{ext}")),(pv("FilterName",f),))
doc.close(True)
try: d.terminate()
except Exception: pass
