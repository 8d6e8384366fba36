package pdf_test
import ("testing";"os";"recourse/forms/layout";"recourse/forms/layout/samples";"recourse/forms/pdf";"bytes";"fmt";"strings";"recourse/forms/doc")
func TestZZ(t *testing.T){
 set:=faces(t)
 tags,_:=samples.Languages()
 for _,l:=range append(tags,"toc"){
  d,err:=samples.Complaint(l)
  if l=="toc" { d,err=samples.Complaint("de")
   b:=d.Blocks; d.Blocks=append([]doc.Block{doc.Heading{Level:1,Text:runs("Inhalt")},doc.Contents{Depth:2}},b...)
   for i:=0;i<7;i++{ d.Blocks=append(d.Blocks,doc.Heading{Level:1+i%3/2,Number:fmt.Sprint(i+5),Text:runs(strings.Repeat("Sehr langer Abschnitt ",1+i))},doc.Paragraph{Text:runs(strings.Repeat("Text und so weiter. ",150))},doc.Paragraph{Text:doc.Runs{{Text:"Siehe Seite "},{Ref:"e1",Page:true},{Text:"."}}})}
   l="toc"
  }; if err!=nil{t.Fatal(err)}
  pages,probs:=layout.Pages(d,set)
  if len(probs)>0{t.Log(l,probs)}
  var out bytes.Buffer
  if err:=pdf.Write(&out,pages,set,pdf.Meta{Title:d.Title,Lang:d.Lang,Created:created});err!=nil{t.Error(l,err);continue}
  t.Log(l,len(pages),out.Len())
  os.WriteFile("/tmp/scr/"+string(l)+".pdf",out.Bytes(),0o644)
 }
}
