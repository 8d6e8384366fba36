package pdf_test
import ("testing";"os";"recourse/forms/layout";"recourse/forms/layout/samples";"recourse/forms/pdf";"bytes")
func TestZZ(t *testing.T){
 set:=faces(t)
 tags,_:=samples.Languages()
 for _,l:=range tags{
  d,err:=samples.Complaint(l); if err!=nil{t.Fatal(err)}
  pages,probs:=layout.Pages(d,set)
  if len(probs)>0{t.Log(l,probs)}
  var out bytes.Buffer
  if err:=pdf.Write(&out,pages,set,pdf.Meta{Title:d.Title,Lang:d.Lang,Created:created});err!=nil{t.Error(l,err);continue}
  t.Log(l,len(pages),out.Len())
  os.WriteFile("/tmp/scr/"+string(l)+".pdf",out.Bytes(),0o644)
 }
}
