<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Methods</name>
    <message>
        <source>INN search</source>
        <translation>INN 搜尋</translation>
    </message>
    <message>
        <source>Inverts high accuracies into new cells with an invertible network and queries the most promising.</source>
        <translation>以可逆網路將高準確率反演為新單元，並查詢最有希望的。</translation>
    </message>
    <message>
        <source>INN, random candidates</source>
        <translation>INN，隨機候選</translation>
    </message>
    <message>
        <source>The ablation: the invertible network only ranks candidates, which are drawn uniformly.</source>
        <translation>消融實驗：可逆網路只為均勻抽出的候選排序。</translation>
    </message>
    <message>
        <source>Random search</source>
        <translation>隨機搜尋</translation>
    </message>
    <message>
        <source>Queries cells uniformly at random, without replacement.</source>
        <translation>均勻隨機且不重複地查詢單元。</translation>
    </message>
    <message>
        <source>Local search</source>
        <translation>區域搜尋</translation>
    </message>
    <message>
        <source>Moves to the first better neighbour and starts again from a random cell at a local optimum.</source>
        <translation>移到第一個較好的鄰居；到達區域最佳時從隨機單元重新開始。</translation>
    </message>
    <message>
        <source>Regularized evolution</source>
        <translation>正則化演化</translation>
    </message>
    <message>
        <source>Mutates the best of a tournament in a population whose oldest member is removed.</source>
        <translation>在最老成員會被移除的族群中，突變競賽的優勝者。</translation>
    </message>
    <message>
        <source>BANANAS</source>
        <translation>BANANAS 搜尋</translation>
    </message>
    <message>
        <source>Mutates the best cells and chooses by Thompson sampling from an ensemble of perceptrons.</source>
        <translation>突變最佳的單元，並以感知器集成的湯普森取樣來挑選。</translation>
    </message>
    <message>
        <source>AG-Net</source>
        <translation>AG-Net 生成搜尋</translation>
    </message>
    <message>
        <source>Trains a graph generator on the better cells and queries the generated cells that its predictor ranks first.</source>
        <translation>以較好的單元訓練圖生成器，並查詢其預測器認為最佳者。</translation>
    </message>
    <message>
        <source>Whole-table ranking</source>
        <translation>整表排名</translation>
    </message>
    <message>
        <source>The upper bound: the invertible networks rank every cell of the space; nothing is generated.</source>
        <translation>上界：可逆網路為空間中的每個單元排名，不生成任何單元。</translation>
    </message>
    <message>
        <source>Arch2Vec-RL</source>
        <translation>Arch2Vec-RL 強化學習</translation>
    </message>
    <message>
        <source>Arch2Vec-BO</source>
        <translation>Arch2Vec-BO 貝氏最佳化</translation>
    </message>
    <message>
        <source>CR-LSO</source>
        <translation>CR-LSO 潛在空間最佳化</translation>
    </message>
    <message>
        <source>Moves the latents of the best cells up the gradient of an input-convex network and decodes them.</source>
        <translation>將最佳單元的潛在編碼沿輸入凸網路的梯度上移，再解碼成單元。</translation>
    </message>
    <message>
        <source>A policy walks through embeddings learned without labels and queries the cells nearest to its points.</source>
        <translation>策略在不用標籤學得的嵌入中行走，並查詢最接近其所指位置的單元。</translation>
    </message>
    <message>
        <source>Queries the cells with the highest expected improvement, by Bayesian optimisation over embeddings learned without labels.</source>
        <translation>以貝氏最佳化在不用標籤學得的嵌入上，查詢預期改善最多的單元。</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>on or off</source>
        <translation>開或關</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>left to the method and its preset</source>
        <translation>由方法及其預設組決定</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1.&lt;/p&gt;&lt;p&gt;Default: %2. Allowed: %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1。&lt;/p&gt;&lt;p&gt;預設：%2。允許：%3。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 has no effect with %2; it is used by %3.</source>
        <translation>%1 對 %2 沒有作用；使用它的是 %3。</translation>
    </message>
    <message>
        <source>%1 is not a setting of %2; allowed: %3.</source>
        <translation>%1 不是 %2 的設定；允許：%3。</translation>
    </message>
    <message>
        <source>%1 cannot be %2; allowed: %3.</source>
        <translation>%1 不能是 %2；允許：%3。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>default</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>thesis</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>end-to-end</source>
        <translation>端到端</translation>
    </message>
    <message>
        <source>The settings and weights of the model: those of this program, which need fewer queries, or those printed in the thesis</source>
        <translation>模型的設定與權重：本程式的（所需查詢較少），或論文所印的</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>What learns from the labels: the invertible network alone (partial), or the graph autoencoder with it (end-to-end)</source>
        <translation>從標籤學習的是什麼：只有可逆網路（部分），或連同圖自編碼器（端到端）</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>Good cells weigh more in the losses (equations 10 and 11)</source>
        <translation>好的單元在損失中權重較高（式 10 與 11）</translation>
    </message>
    <message>
        <source>Weigh losses by rank</source>
        <translation>依名次加權損失</translation>
    </message>
    <message>
        <source>Worker threads; 0: all cores. Results do not depend on it</source>
        <translation>工作執行緒數；0：所有核心。結果與它無關</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>執行緒</translation>
    </message>
    <message>
        <source>epochs on the initial labels</source>
        <translation>初始標籤上的訓練週期數</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate on the initial labels</source>
        <translation>初始標籤上 Adam 的學習率</translation>
    </message>
    <message>
        <source>epochs after each round</source>
        <translation>每回合之後的訓練週期數</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate after each round</source>
        <translation>每回合之後 Adam 的學習率</translation>
    </message>
    <message>
        <source>noise on the best latents, in standard deviations of the latent</source>
        <translation>加在最佳潛在編碼上的雜訊，以潛在編碼的標準差計</translation>
    </message>
    <message>
        <source>step up the gradient, and the increase of the step with every try</source>
        <translation>沿梯度上移的步長，以及每次嘗試的增長</translation>
    </message>
    <message>
        <source>maximum tries for each new cell</source>
        <translation>每個新單元最多嘗試的次數</translation>
    </message>
    <message>
        <source>The strategy that chooses which cells to query</source>
        <translation>選擇查詢哪些單元的策略</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>The seed of all random numbers: the same seed gives the same result</source>
        <translation>所有亂數的種子：相同的種子得到相同的結果</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The maximum number of queries of a search, including the initial labels; a cell that is queried twice counts once</source>
        <translation>一次搜尋最多的查詢數，包含初始標籤；重複查詢同一單元只計一次</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>預算</translation>
    </message>
    <message>
        <source>Random cells that are queried before the first round, to train the model</source>
        <translation>第一回合之前隨機查詢、用來擬合模型的單元</translation>
    </message>
    <message>
        <source>Training labels</source>
        <translation>訓練標籤</translation>
    </message>
    <message>
        <source>Random cells that are queried before the first round and only decide when training stops</source>
        <translation>第一回合之前隨機查詢、只用來決定何時停止訓練的單元</translation>
    </message>
    <message>
        <source>Validation labels</source>
        <translation>驗證標籤</translation>
    </message>
    <message>
        <source>The number of most promising candidates that are queried in each round</source>
        <translation>每回合查詢幾個最有希望的候選</translation>
    </message>
    <message>
        <source>Queries per round</source>
        <translation>每回合查詢</translation>
    </message>
    <message>
        <source>The number of new cells that are proposed in each round</source>
        <translation>每回合提出幾個新單元</translation>
    </message>
    <message>
        <source>Candidates per round</source>
        <translation>每回合候選</translation>
    </message>
    <message>
        <source>The maximum number of rounds of a search</source>
        <translation>一次搜尋最多的回合數</translation>
    </message>
    <message>
        <source>Maximum rounds</source>
        <translation>最多回合</translation>
    </message>
    <message>
        <source>Stop when the table&apos;s best cell is found; only for measuring the number of queries until then</source>
        <translation>找到資料表的最佳單元就停止：只用來測量所需的查詢數</translation>
    </message>
    <message>
        <source>Stop at the table&apos;s best</source>
        <translation>到達資料表最佳值即停止</translation>
    </message>
    <message>
        <source>invertible networks in the ensemble</source>
        <translation>集成中的可逆網路數</translation>
    </message>
    <message>
        <source>coupling blocks of each network</source>
        <translation>每個網路的耦合區塊數</translation>
    </message>
    <message>
        <source>hidden layers of each subnet</source>
        <translation>每個子網路的隱藏層數</translation>
    </message>
    <message>
        <source>units of each hidden layer</source>
        <translation>每個隱藏層的單元數</translation>
    </message>
    <message>
        <source>factor on the initial weights of the subnets&apos; heads</source>
        <translation>子網路輸出層初始權重的係數</translation>
    </message>
    <message>
        <source>normalise the latents by their mean and covariance</source>
        <translation>以平均與共變異數將潛在編碼正規化</translation>
    </message>
    <message>
        <source>align the latent axes with the descriptors and scale them</source>
        <translation>將潛在軸轉向描述子並縮放</translation>
    </message>
    <message>
        <source>weakest latent direction that is whitened fully</source>
        <translation>完全白化的最弱潛在方向</translation>
    </message>
    <message>
        <source>root mean square of the descriptor axes</source>
        <translation>描述子軸的均方根</translation>
    </message>
    <message>
        <source>scale of the other axes</source>
        <translation>其他軸的尺度</translation>
    </message>
    <message>
        <source>share of the ranks&apos; normal scores in the regression target; the rest is the accuracy</source>
        <translation>學習目標中名次常態分數所占的比例；其餘為準確率本身</translation>
    </message>
    <message>
        <source>start from a ridge regression on the labels</source>
        <translation>從標籤上的脊迴歸開始</translation>
    </message>
    <message>
        <source>penalty of that regression</source>
        <translation>該迴歸的懲罰項</translation>
    </message>
    <message>
        <source>AdamW&apos;s learning rate</source>
        <translation>AdamW 的學習率</translation>
    </message>
    <message>
        <source>AdamW&apos;s decoupled weight decay</source>
        <translation>AdamW 的解耦權重衰減</translation>
    </message>
    <message>
        <source>optimiser steps of the first fit</source>
        <translation>首次擬合的最佳化步數</translation>
    </message>
    <message>
        <source>optimiser steps of each retraining</source>
        <translation>每次再訓練的最佳化步數</translation>
    </message>
    <message>
        <source>continue from the last round&apos;s weights</source>
        <translation>從上一回合的權重繼續</translation>
    </message>
    <message>
        <source>labelled cells per step</source>
        <translation>每步的有標籤單元數</translation>
    </message>
    <message>
        <source>noise on the labelled codes</source>
        <translation>加在有標籤編碼上的雜訊</translation>
    </message>
    <message>
        <source>weight of the likelihood of unlabelled cells</source>
        <translation>無標籤單元概似的權重</translation>
    </message>
    <message>
        <source>unlabelled cells per step</source>
        <translation>每步的無標籤單元數</translation>
    </message>
    <message>
        <source>noise on the codes under the likelihood</source>
        <translation>計算概似時加在編碼上的雜訊</translation>
    </message>
    <message>
        <source>standard deviations added to the mean when choosing</source>
        <translation>挑選時加到平均的標準差倍數</translation>
    </message>
    <message>
        <source>share of proposals with z from the prior</source>
        <translation>由先驗抽取 z 的提案比例</translation>
    </message>
    <message>
        <source>best labelled cells that proposals start from</source>
        <translation>提案由幾個最佳的有標籤單元出發</translation>
    </message>
    <message>
        <source>minimum share of noise in the z of proposals</source>
        <translation>提案的 z 中雜訊的最小比例</translation>
    </message>
    <message>
        <source>maximum share of noise in the z of proposals</source>
        <translation>提案的 z 中雜訊的最大比例</translation>
    </message>
    <message>
        <source>maximum increase of the y of proposals, in target units</source>
        <translation>提案的 y 最多提高多少，以目標單位計</translation>
    </message>
    <message>
        <source>batches of proposals per round</source>
        <translation>每回合的提案批數</translation>
    </message>
    <message>
        <source>proposals decoded in each batch</source>
        <translation>每批解碼的提案數</translation>
    </message>
    <message>
        <source>weight of the ensemble&apos;s standard deviation when generated cells are ordered</source>
        <translation>為生成的單元排序時計入的集成標準差倍數</translation>
    </message>
    <message>
        <source>limit of the codes, as a multiple of the cells&apos; range</source>
        <translation>編碼可達的範圍，以單元範圍的倍數計</translation>
    </message>
    <message>
        <source>maximum passes over the training cells</source>
        <translation>訓練單元最多走過的次數</translation>
    </message>
    <message>
        <source>cells per step</source>
        <translation>每步的單元數</translation>
    </message>
    <message>
        <source>equal parts of a batch that are computed in parallel</source>
        <translation>批次中並行計算的等份數</translation>
    </message>
    <message>
        <source>Adam&apos;s (peak) learning rate</source>
        <translation>Adam 的（峰值）學習率</translation>
    </message>
    <message>
        <source>warm-up and cosine instead of the plateau rule</source>
        <translation>以暖身與餘弦代替停滯規則</translation>
    </message>
    <message>
        <source>epochs until the rate is cut</source>
        <translation>學習率降低前的訓練週期數</translation>
    </message>
    <message>
        <source>epochs until an early stop</source>
        <translation>提早停止前的訓練週期數</translation>
    </message>
    <message>
        <source>width of the GIN layers</source>
        <translation>GIN 層的寬度</translation>
    </message>
    <message>
        <source>GIN layers</source>
        <translation>GIN 層數</translation>
    </message>
    <message>
        <source>width of the last GIN layer</source>
        <translation>最後一個 GIN 層的寬度</translation>
    </message>
    <message>
        <source>GIN layers that aggregate</source>
        <translation>進行聚合的 GIN 層數</translation>
    </message>
    <message>
        <source>initial epsilon of Eq. 5</source>
        <translation>式 5 的初始 ε</translation>
    </message>
    <message>
        <source>latent channels per vertex</source>
        <translation>每個頂點的潛在通道數</translation>
    </message>
    <message>
        <source>alpha of Eq. 4</source>
        <translation>式 4 的 α</translation>
    </message>
    <message>
        <source>gamma of Eq. 9</source>
        <translation>式 9 的 γ</translation>
    </message>
    <message>
        <source>a separate logit for each pair of vertices</source>
        <translation>每對頂點各有自己的 logit</translation>
    </message>
    <message>
        <source>cut the least probable edges beyond the space&apos;s limit</source>
        <translation>超過空間上限時去除機率最低的邊</translation>
    </message>
    <message>
        <source>weight of the descriptor head</source>
        <translation>描述子輸出層的權重</translation>
    </message>
    <message>
        <source>coupling blocks of the network</source>
        <translation>網路的耦合區塊數</translation>
    </message>
    <message>
        <source>weight of the regression loss</source>
        <translation>迴歸損失的權重</translation>
    </message>
    <message>
        <source>weight of the latent (MMD) loss</source>
        <translation>潛在（MMD）損失的權重</translation>
    </message>
    <message>
        <source>weight of the reverse loss</source>
        <translation>反向損失的權重</translation>
    </message>
    <message>
        <source>noise on y in the reverse loss</source>
        <translation>反向損失中加在 y 上的雜訊</translation>
    </message>
    <message>
        <source>one optimiser step for all losses instead of two</source>
        <translation>所有損失合用一個最佳化步驟而非兩個</translation>
    </message>
    <message>
        <source>k of the rank-based weights</source>
        <translation>名次權重的 k</translation>
    </message>
    <message>
        <source>repetitions of each training label per epoch</source>
        <translation>每個訓練標籤在一個週期中出現的次數</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate</source>
        <translation>Adam 的學習率</translation>
    </message>
    <message>
        <source>maximum epochs of the first fit</source>
        <translation>首次擬合最多的訓練週期數</translation>
    </message>
    <message>
        <source>epochs until an early stop of the first fit</source>
        <translation>首次擬合提早停止前的訓練週期數</translation>
    </message>
    <message>
        <source>maximum epochs of a retraining</source>
        <translation>每次再訓練最多的訓練週期數</translation>
    </message>
    <message>
        <source>epochs until an early stop of a retraining</source>
        <translation>再訓練提早停止前的訓練週期數</translation>
    </message>
    <message>
        <source>batches decoded at each noise level</source>
        <translation>每個雜訊程度解碼的批數</translation>
    </message>
    <message>
        <source>largest noise on a latent before decoding</source>
        <translation>解碼前加在潛在編碼上的最大雜訊</translation>
    </message>
</context>
<context>
    <name>TourPages</name>
    <message>
        <source>A network is one cell, repeated</source>
        <translation>網路就是一個重複的單元</translation>
    </message>
    <message>
        <source>&lt;p&gt;A &lt;b&gt;cell&lt;/b&gt; is a small graph: data comes in, passes through &lt;b&gt;operations&lt;/b&gt; such as a 3×3 convolution, and goes out. The whole network is this one cell, stacked many times: choosing the cell means choosing the network.&lt;/p&gt;&lt;p&gt;In NAS-Bench-201 a cell has 6 places for one of 5 operations: 5&lt;sup&gt;6&lt;/sup&gt; = 15,625 cells. In NAS-Bench-101 it has up to 7 nodes and 9 edges: 423,624 cells.&lt;/p&gt;&lt;p&gt;A &lt;b&gt;benchmark&lt;/b&gt; is a table in which every cell has been trained already. Looking up one accuracy is a &lt;b&gt;query&lt;/b&gt;. Without a table each query would be a whole training, so the fewer the better.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;單元&lt;/b&gt;是一張小圖：資料進入，經過 3×3 卷積之類的&lt;b&gt;運算&lt;/b&gt;，再輸出。整個網路就是這一個單元多次堆疊；選擇單元就是選擇網路。&lt;/p&gt;&lt;p&gt;NAS-Bench-201 的單元有 6 個位置，各放 5 種運算之一：5&lt;sup&gt;6&lt;/sup&gt; = 15,625 個單元。NAS-Bench-101 的單元最多有 7 個節點與 9 條邊：423,624 個單元。&lt;/p&gt;&lt;p&gt;&lt;b&gt;基準&lt;/b&gt;是每個單元都已訓練過的資料表。查看一個準確率就是一次&lt;b&gt;查詢&lt;/b&gt;；沒有資料表時，每次查詢都是一次完整的訓練，因此越少越好。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Each dot on the map is a cell. Click one: the Cell pane draws it.</source>
        <translation>地圖上的每個點都是一個單元。點按一個：「單元」窗格會畫出它。</translation>
    </message>
    <message>
        <source>One cell, three drawings</source>
        <translation>一個單元，三種畫法</translation>
    </message>
    <message>
        <source>&lt;p&gt;The authors of NAS-Bench-201 put the operations &lt;b&gt;on edges&lt;/b&gt;; nodes only add up what arrives. This is the original cell.&lt;/p&gt;&lt;p&gt;A graph network reads labels of nodes. So the same cell is rewritten with operations &lt;b&gt;on nodes&lt;/b&gt;: six operations, the input and the output make 8 vertices, joined by 10 edges that are the same in every cell.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Simplified&lt;/b&gt; shows what is computed: &lt;i&gt;none&lt;/i&gt; cuts its path, &lt;i&gt;skip_connect&lt;/i&gt; passes data on unchanged. Cells that differ in the table may compute the same.&lt;/p&gt;&lt;p&gt;Cells of NAS-Bench-101 have operations on nodes from the start.&lt;/p&gt;</source>
        <translation>&lt;p&gt;NAS-Bench-201 的作者將運算放在&lt;b&gt;邊上&lt;/b&gt;；節點只把到達的結果相加。這是原始的單元。&lt;/p&gt;&lt;p&gt;圖網路讀取節點的標籤。因此同一個單元改寫為運算在&lt;b&gt;節點上&lt;/b&gt;：六個運算加上輸入與輸出共 8 個頂點，由每個單元都相同的 10 條邊連接。&lt;/p&gt;&lt;p&gt;&lt;b&gt;簡化&lt;/b&gt;顯示實際計算的內容：&lt;i&gt;none&lt;/i&gt; 切斷路徑，&lt;i&gt;skip_connect&lt;/i&gt; 原樣傳遞資料。資料表中不同的單元可能計算相同的結果。&lt;/p&gt;&lt;p&gt;NAS-Bench-101 的單元一開始就將運算放在節點上。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Look at the cell on nodes, then simplified. Which operations have vanished, and why?</source>
        <translation>先看節點形式的單元，再看簡化形式。哪些運算消失了？為什麼？</translation>
    </message>
    <message>
        <source>Encoding: two matrices</source>
        <translation>編碼：兩個矩陣</translation>
    </message>
    <message>
        <source>&lt;p&gt;A model reads numbers, so the graph becomes two matrices.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;adjacency matrix&lt;/b&gt; &lt;i&gt;A&lt;/i&gt; has a 1 in row &lt;i&gt;i&lt;/i&gt;, column &lt;i&gt;j&lt;/i&gt; where an edge leads from vertex &lt;i&gt;i&lt;/i&gt; to vertex &lt;i&gt;j&lt;/i&gt;. The &lt;b&gt;one-hot matrix&lt;/b&gt; &lt;i&gt;X&lt;/i&gt; has a row for each vertex, with a single 1 in the column of its operation.&lt;/p&gt;&lt;p&gt;The encoder reads &lt;i&gt;X&lt;/i&gt; and &lt;i&gt;Ã&lt;/i&gt; = &lt;i&gt;A&lt;/i&gt; ∨ &lt;i&gt;A&lt;/i&gt;&lt;sup&gt;T&lt;/sup&gt;, in which every edge leads both ways, so that each vertex receives data from those before it and after it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;模型讀取數字，因此圖變成兩個矩陣。&lt;/p&gt;&lt;p&gt;&lt;b&gt;鄰接矩陣&lt;/b&gt; &lt;i&gt;A&lt;/i&gt; 在第 &lt;i&gt;i&lt;/i&gt; 列第 &lt;i&gt;j&lt;/i&gt; 行為 1，表示有一條邊從頂點 &lt;i&gt;i&lt;/i&gt; 到頂點 &lt;i&gt;j&lt;/i&gt;。&lt;b&gt;獨熱矩陣&lt;/b&gt; &lt;i&gt;X&lt;/i&gt; 的每一列是一個頂點，在其運算的那一行有唯一的 1。&lt;/p&gt;&lt;p&gt;編碼器讀取 &lt;i&gt;X&lt;/i&gt; 與 &lt;i&gt;Ã&lt;/i&gt; = &lt;i&gt;A&lt;/i&gt; ∨ &lt;i&gt;A&lt;/i&gt;&lt;sup&gt;T&lt;/sup&gt;，其中每條邊都是雙向的：頂點因而知道它之前與之後的頂點。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Move the pointer over the matrices, or walk through them with the arrow keys. Which edge or vertex lights up in the drawing?</source>
        <translation>將指標移到矩陣上，或用方向鍵在其中移動。圖中哪條邊或哪個頂點亮起？</translation>
    </message>
    <message>
        <source>From graphs to points</source>
        <translation>從圖到點</translation>
    </message>
    <message>
        <source>&lt;p&gt;A &lt;b&gt;graph variational autoencoder&lt;/b&gt; learns to turn a cell into numbers and to rebuild it from them. It needs no accuracies for that, so this part costs no queries.&lt;/p&gt;&lt;p&gt;Its &lt;b&gt;encoder&lt;/b&gt;, a graph network (GIN), gives each vertex 16 numbers, the mean &lt;i&gt;μ&lt;/i&gt;: 8·16 = 128 for a cell of NAS-Bench-201, 7·16 = 112 for NAS-Bench-101. Its &lt;b&gt;decoder&lt;/b&gt;, a transformer, turns such numbers back into &lt;i&gt;X&lt;/i&gt; and &lt;i&gt;A&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;The space of these numbers is the &lt;b&gt;latent space&lt;/b&gt;. The map shows the &lt;i&gt;μ&lt;/i&gt; of every cell, laid out in the plane: cells that look alike to the encoder lie close together.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;圖變分自編碼器&lt;/b&gt;學習將單元變成數字，並由數字重建單元。它不需要準確率，因此這部分不花查詢。&lt;/p&gt;&lt;p&gt;它的&lt;b&gt;編碼器&lt;/b&gt;是圖網路（GIN），為每個頂點給出 16 個數字，即平均 &lt;i&gt;μ&lt;/i&gt;：NAS-Bench-201 的單元有 8·16 = 128 個，NAS-Bench-101 有 7·16 = 112 個。它的&lt;b&gt;解碼器&lt;/b&gt;是 Transformer，將這些數字變回 &lt;i&gt;X&lt;/i&gt; 與 &lt;i&gt;A&lt;/i&gt;。&lt;/p&gt;&lt;p&gt;這些數字的空間就是&lt;b&gt;潛在空間&lt;/b&gt;。地圖將每個單元的 &lt;i&gt;μ&lt;/i&gt; 展開在平面上：編碼器看來相似的單元會彼此靠近。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Colour the map by true accuracy. Do the good cells lie together, although the encoder has seen no accuracy? Press T on the map and run a t-SNE to watch such a map form.</source>
        <translation>依真實準確率為地圖上色。編碼器沒有看過任何準確率，好的單元仍聚在一起嗎？在地圖上按 T 並執行 t-SNE，觀看這樣的地圖如何形成。</translation>
    </message>
    <message>
        <source>Forwards: from a cell to its accuracy</source>
        <translation>正向：從單元到準確率</translation>
    </message>
    <message>
        <source>&lt;p&gt;An &lt;b&gt;invertible neural network&lt;/b&gt; (INN) takes the latent numbers &lt;i&gt;x&lt;/i&gt; of a cell and returns the same number of values: [&lt;i&gt;z&lt;/i&gt;, &lt;i&gt;y&lt;/i&gt;] = &lt;i&gt;f&lt;/i&gt;(&lt;i&gt;x&lt;/i&gt;). The last one, &lt;i&gt;y&lt;/i&gt;, is trained to be the accuracy. All others, &lt;i&gt;z&lt;/i&gt;, are trained to be like noise from &lt;i&gt;N&lt;/i&gt;(0, &lt;i&gt;I&lt;/i&gt;): they hold everything about the cell that is independent of &lt;i&gt;y&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Run forwards it is a &lt;b&gt;regression&lt;/b&gt;: the plot shows the prediction &lt;i&gt;ŷ&lt;/i&gt; against the true &lt;i&gt;y&lt;/i&gt;; on the diagonal both agree. RMSE is the size of the error in percentage points. Spearman’s &lt;i&gt;ρ&lt;/i&gt; and Kendall’s &lt;i&gt;τ&lt;/i&gt; measure how well the &lt;i&gt;order&lt;/i&gt; of the cells is predicted (1: perfectly). Order is what a search needs.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;可逆神經網路&lt;/b&gt;（INN）取得單元的潛在數字 &lt;i&gt;x&lt;/i&gt;，給回同樣多的數字：[&lt;i&gt;z&lt;/i&gt;, &lt;i&gt;y&lt;/i&gt;] = &lt;i&gt;f&lt;/i&gt;(&lt;i&gt;x&lt;/i&gt;)。最後一個 &lt;i&gt;y&lt;/i&gt; 訓練成準確率。其餘的 &lt;i&gt;z&lt;/i&gt; 訓練成像 &lt;i&gt;N&lt;/i&gt;(0, &lt;i&gt;I&lt;/i&gt;) 的雜訊：構成單元而與 &lt;i&gt;y&lt;/i&gt; 無關的其他部分。&lt;/p&gt;&lt;p&gt;正向執行就是&lt;b&gt;迴歸&lt;/b&gt;：圖中以預測 &lt;i&gt;ŷ&lt;/i&gt; 對真實 &lt;i&gt;y&lt;/i&gt;；在對角線上兩者一致。RMSE 是以百分點計的誤差大小。Spearman 的 &lt;i&gt;ρ&lt;/i&gt; 與 Kendall 的 &lt;i&gt;τ&lt;/i&gt; 表示單元的&lt;i&gt;順序&lt;/i&gt;有多準（1：完全正確），而搜尋需要的正是順序。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Press Step (F7). Some random cells are queried, and the network learns from them. How well does it predict cells that it has not seen?</source>
        <translation>按「單步」（F7）。會查詢一些隨機單元，網路從中學習。它對沒看過的單元預測得多好？</translation>
    </message>
    <message>
        <source>Backwards: from an accuracy to cells</source>
        <translation>反向：從準確率到單元</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each block of the INN can be undone exactly, so it runs backwards as well: &lt;i&gt;x&lt;/i&gt; = &lt;i&gt;f&lt;/i&gt;&lt;sup&gt;−1&lt;/sup&gt;([&lt;i&gt;z&lt;/i&gt;, &lt;i&gt;y&lt;/i&gt;]). Put in the accuracy you &lt;i&gt;want&lt;/i&gt; as &lt;i&gt;y&lt;/i&gt;, draw some &lt;i&gt;z&lt;/i&gt;, and you get latent numbers, which the decoder turns into a cell. Another &lt;i&gt;z&lt;/i&gt; gives another cell for the same target. (The default preset draws some &lt;i&gt;z&lt;/i&gt; at random and others near those of known cells: Noise sets how near.)&lt;/p&gt;&lt;p&gt;Does the cell reach the target? The plot shows its true accuracy against the target. The gap is the &lt;b&gt;re-simulation error&lt;/b&gt;. Only targets in the shaded range can be reached: no cell lies outside it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;INN 的每個區塊都能精確還原，因此也能反向執行：&lt;i&gt;x&lt;/i&gt; = &lt;i&gt;f&lt;/i&gt;&lt;sup&gt;−1&lt;/sup&gt;([&lt;i&gt;z&lt;/i&gt;, &lt;i&gt;y&lt;/i&gt;])。將您&lt;i&gt;想要&lt;/i&gt;的準確率放入 &lt;i&gt;y&lt;/i&gt;，抽一些 &lt;i&gt;z&lt;/i&gt;，就得到潛在數字，再由解碼器變成單元。不同的 &lt;i&gt;z&lt;/i&gt; 為同一目標給出不同的單元。（預設的預設組有些 &lt;i&gt;z&lt;/i&gt; 隨機抽取，其餘取自已知單元附近：「雜訊」設定有多近。）&lt;/p&gt;&lt;p&gt;單元是否達到目標？圖中以真實準確率對目標。其差距是&lt;b&gt;重模擬誤差&lt;/b&gt;。只有陰影範圍內的目標可以達到：範圍外沒有單元。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Generate cells for two targets that are a few percentage points apart (Ctrl+G). What do the cells of the higher target have that is missing in the others?</source>
        <translation>為相差數個百分點的兩個目標生成單元（Ctrl+G）。較高者的單元有什麼是另一組沒有的？</translation>
    </message>
    <message>
        <source>The search: propose, query, learn</source>
        <translation>搜尋：提出、查詢、學習</translation>
    </message>
    <message>
        <source>&lt;p&gt;Round 0 queries a few random cells: the &lt;b&gt;initial labels&lt;/b&gt;. Then, round by round:&lt;/p&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Generate&lt;/b&gt;: invert a very high accuracy (1.0 in the thesis) for many &lt;i&gt;z&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Decode&lt;/b&gt; into cells; invalid and known cells are dropped.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Predict&lt;/b&gt; the accuracy of these candidates, forwards. This costs nothing.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Select&lt;/b&gt; the five with the best prediction.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Query&lt;/b&gt; their true accuracy. Only this spends the &lt;b&gt;budget&lt;/b&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Retrain&lt;/b&gt; on all labels, the new ones included.&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;In each round the network knows the good region better and proposes better cells.&lt;/p&gt;</source>
        <translation>&lt;p&gt;回合 0 查詢一些隨機單元：&lt;b&gt;初始標籤&lt;/b&gt;。之後逐回合進行：&lt;/p&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;生成&lt;/b&gt;：以許多 &lt;i&gt;z&lt;/i&gt; 反演非常高的準確率（論文中為 1.0）。&lt;/li&gt;&lt;li&gt;&lt;b&gt;解碼&lt;/b&gt;為單元；無效或已知的單元則捨棄。&lt;/li&gt;&lt;li&gt;&lt;b&gt;預測&lt;/b&gt;這些候選的準確率，正向執行，不花成本。&lt;/li&gt;&lt;li&gt;&lt;b&gt;選擇&lt;/b&gt;預測最好的五個。&lt;/li&gt;&lt;li&gt;&lt;b&gt;查詢&lt;/b&gt;它們的真實準確率。只有這一步花費&lt;b&gt;預算&lt;/b&gt;。&lt;/li&gt;&lt;li&gt;&lt;b&gt;再訓練&lt;/b&gt;：用所有標籤，包括新的。&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;每個回合網路都更了解好的區域，因此提出更好的單元。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Step to round 3 (F7) and watch the map: candidates take the colour of their round. Do they gather somewhere?</source>
        <translation>單步到回合 3（F7）並觀看地圖：候選取其回合的顏色。它們聚集在某處嗎？</translation>
    </message>
    <message>
        <source>Reading the search curve</source>
        <translation>閱讀搜尋曲線</translation>
    </message>
    <message>
        <source>&lt;p&gt;Horizontal axis: &lt;b&gt;queries&lt;/b&gt; spent. Vertical axis: the best &lt;b&gt;validation&lt;/b&gt; accuracy found so far. The curve never falls; the sooner it is high, the fewer queries were wasted.&lt;/p&gt;&lt;p&gt;The second line is the &lt;b&gt;test&lt;/b&gt; accuracy of that same cell: what you would really get. It may fall, for the best on validation is not always the best on test.&lt;/p&gt;&lt;p&gt;The horizontal line is the &lt;b&gt;optimum&lt;/b&gt;, the best of the whole table. A real search has no such line. A benchmark has one, so it can show how good a method is.&lt;/p&gt;</source>
        <translation>&lt;p&gt;橫軸：已花費的&lt;b&gt;查詢&lt;/b&gt;。縱軸：至今找到的最佳&lt;b&gt;驗證&lt;/b&gt;準確率。曲線永不下降；越早升高，浪費的查詢越少。&lt;/p&gt;&lt;p&gt;第二條線是同一單元的&lt;b&gt;測試&lt;/b&gt;準確率：您實際會得到的。它可能下降，因為驗證最佳者不一定測試最佳。&lt;/p&gt;&lt;p&gt;水平線是&lt;b&gt;最佳值&lt;/b&gt;，整個資料表中最好的。真正的搜尋沒有這條線；基準有，因此能看出方法的好壞。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Let a search run until its budget is spent (start or resume it). After how many queries did it find its best cell, and how far is that from the optimum?</source>
        <translation>讓搜尋執行到預算用盡（開始或繼續）。經過多少次查詢找到最佳單元？離最佳值多遠？</translation>
    </message>
    <message>
        <source>Is it better than guessing?</source>
        <translation>比猜測好嗎？</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Random search&lt;/b&gt; queries cells blindly. All other methods are compared with it: a method that does not beat it has learned nothing.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Local search&lt;/b&gt; looks at cells that differ from the current one in a single operation or edge, moves to the first that is better, and starts again from a random cell if none is better. Neither has a model, so each cell that it looks at is a query.&lt;/p&gt;&lt;p&gt;Compare fairly: the same budget, and several &lt;b&gt;seeds&lt;/b&gt;. A single run may be lucky; the thesis reports the mean and standard deviation of ten.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;隨機搜尋&lt;/b&gt;盲目地查詢單元。所有其他方法都與它比較：勝不過它的方法，什麼也沒學到。&lt;/p&gt;&lt;p&gt;&lt;b&gt;區域搜尋&lt;/b&gt;查看與目前單元只差一個運算或一條邊的單元，移到第一個較好的；沒有較好的就從隨機單元重新開始。兩者都沒有模型，因此每次查看都是一次查詢。&lt;/p&gt;&lt;p&gt;公平比較：相同的預算與多個&lt;b&gt;種子&lt;/b&gt;。一次執行可能只是運氣；論文報告十次的平均與標準差。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Choose random or local search as method, keep the budget, and start. Which curve is higher after 30 queries? Try another seed.</source>
        <translation>選擇隨機或區域搜尋作為方法，保持預算並開始。30 次查詢後哪條曲線較高？試試另一個種子。</translation>
    </message>
    <message>
        <source>Good cells count more</source>
        <translation>好的單元更重要</translation>
    </message>
    <message>
        <source>&lt;p&gt;A search need not predict poor cells well. The &lt;b&gt;rank-weighted loss&lt;/b&gt; of the thesis therefore multiplies the losses of a cell &lt;i&gt;x&lt;/i&gt; in a mini-batch &lt;i&gt;B&lt;/i&gt; by&lt;/p&gt;&lt;p align=&quot;center&quot;&gt;&lt;i&gt;w&lt;/i&gt;(&lt;i&gt;x&lt;/i&gt;) = 1 / (&lt;i&gt;k&lt;/i&gt;·|&lt;i&gt;B&lt;/i&gt;| + rank(&lt;i&gt;x&lt;/i&gt;))&lt;/p&gt;&lt;p&gt;where rank is the number of better cells in the batch and &lt;i&gt;k&lt;/i&gt; = 0.001. In a batch of 64 the best cell weighs 15.6, the second 0.94, the tenth 0.11.&lt;/p&gt;&lt;p&gt;It belongs to the &lt;b&gt;Thesis&lt;/b&gt; preset, which follows the printed settings: 50 + 50 random labels come first, so it needs a budget above 100 (printed: 190), and each round trains longer.&lt;/p&gt;</source>
        <translation>&lt;p&gt;搜尋不必把差的單元預測得很準。因此論文的&lt;b&gt;名次加權損失&lt;/b&gt;將小批次 &lt;i&gt;B&lt;/i&gt; 中單元 &lt;i&gt;x&lt;/i&gt; 的損失乘以&lt;/p&gt;&lt;p align=&quot;center&quot;&gt;&lt;i&gt;w&lt;/i&gt;(&lt;i&gt;x&lt;/i&gt;) = 1 / (&lt;i&gt;k&lt;/i&gt;·|&lt;i&gt;B&lt;/i&gt;| + rank(&lt;i&gt;x&lt;/i&gt;))&lt;/p&gt;&lt;p&gt;其中 rank 是批次中更好單元的個數，&lt;i&gt;k&lt;/i&gt; = 0.001。在 64 個的批次中，最好的單元權重 15.6，第二個 0.94，第十個 0.11。&lt;/p&gt;&lt;p&gt;它屬於&lt;b&gt;論文&lt;/b&gt;預設組，依照印刷的設定：先有 50 + 50 個隨機標籤，因此需要 100 以上的預算（印刷值：190），而且每回合訓練較久。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Under Advanced choose the preset Thesis and tick the weighting. If you have time, run it with and without, same seed, and compare the curves.</source>
        <translation>在「進階」中選擇論文預設組並勾選加權。若有時間，以相同的種子分別執行有與沒有加權，並比較曲線。</translation>
    </message>
    <message>
        <source>Your own experiment</source>
        <translation>您自己的實驗</translation>
    </message>
    <message>
        <source>&lt;p&gt;That is the whole method. Some questions that you can now answer yourself:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Draw a box around one cluster of the map (B) and isolate it (Ctrl+I). What do its cells share?&lt;/li&gt;&lt;li&gt;Colour the map by prediction error. Where is the model wrong, and why there?&lt;/li&gt;&lt;li&gt;Ask for an accuracy that no cell reaches. What is generated?&lt;/li&gt;&lt;li&gt;Run the same search with three seeds. How wide is the spread?&lt;/li&gt;&lt;li&gt;Fine-tune end-to-end instead of partially. What does it gain, and what does it cost?&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Ctrl+/ lists all keys. You can open the tour again from the Help menu.&lt;/p&gt;</source>
        <translation>&lt;p&gt;這就是整個方法。有些問題您現在可以自己回答：&lt;/p&gt;&lt;ul&gt;&lt;li&gt;框選地圖上的一個聚落（B）並只看它（Ctrl+I）。其中的單元有何共同點？&lt;/li&gt;&lt;li&gt;依預測誤差為地圖上色。模型在哪裡出錯？為什麼在那裡？&lt;/li&gt;&lt;li&gt;要求沒有單元能達到的準確率。會生成什麼？&lt;/li&gt;&lt;li&gt;以三個種子執行相同的搜尋。差異有多大？&lt;/li&gt;&lt;li&gt;改為端到端而非部分微調。得到什麼？代價是什麼？&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Ctrl+/ 列出所有按鍵。您可以從「說明」選單再次開啟導覽。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>inverso::ui::AdvancedSettings</name>
    <message>
        <source>Model settings</source>
        <translation>模型設定</translation>
    </message>
    <message>
        <source>Every setting of the method&apos;s model, as inverso-cli --set names it</source>
        <translation>此方法之模型的所有設定，名稱與 inverso-cli --set 相同</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（預設）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::AttributeWords</name>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>%1 thousand</source>
        <translation>%1 千</translation>
    </message>
    <message>
        <source>Multiply-adds per image</source>
        <translation>每張影像的乘加次數</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 百萬</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>訓練次數</translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 百分點</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>頂點數</translation>
    </message>
</context>
<context>
    <name>inverso::ui::BenchmarkTitle</name>
    <message>
        <source>Train live: %1</source>
        <translation>即時訓練：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CandidateModel</name>
    <message>
        <source>Drawing</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>± points</source>
        <translation>± 百分點</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>A training or validation label, proposed by a round, or generated for a target</source>
        <translation>訓練或驗證標籤、由某回合提出，或為某目標生成</translation>
    </message>
    <message>
        <source>The round that first proposed or queried the cell; 0: the initial labels</source>
        <translation>最先提出或查詢此單元的回合；0：初始標籤</translation>
    </message>
    <message>
        <source>Number of the query that returned its label</source>
        <translation>取得其標籤的查詢編號</translation>
    </message>
    <message>
        <source>Validation accuracy predicted by the current model</source>
        <translation>目前模型預測的驗證準確率</translation>
    </message>
    <message>
        <source>Standard deviation of the prediction, in percentage points</source>
        <translation>預測的標準差，百分點</translation>
    </message>
    <message>
        <source>True validation accuracy, queried or not</source>
        <translation>真實驗證準確率，不論是否查詢過</translation>
    </message>
    <message>
        <source>True test accuracy</source>
        <translation>真實測試準確率</translation>
    </message>
    <message>
        <source>Predicted minus true validation accuracy, in percentage points</source>
        <translation>預測減真實驗證準確率，百分點</translation>
    </message>
    <message>
        <source>The accuracy that the cell was last generated for</source>
        <translation>最近一次為哪個準確率生成此單元</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CandidatesPanel</name>
    <message>
        <source>&amp;Copy rows as CSV</source>
        <translation>以 CSV 複製列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export shown rows as CSV…</source>
        <translation>將顯示的列匯出為 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Find in the cells&apos; text</source>
        <translation>在單元文字中尋找</translation>
    </message>
    <message>
        <source>Shows the cells whose text contains this, for example nor_conv_3x3~0</source>
        <translation>顯示文字中含有此內容的單元，例如 nor_conv_3x3~0</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, as CSV (%1)</source>
        <translation>以 CSV 複製選取的列或全部（%1）</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依據</translation>
    </message>
    <message>
        <source>Sort the cells; a click on a column&apos;s title does the same</source>
        <translation>將單元排序；點按欄位標題亦可</translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation>到達順序</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候選</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln 個單元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cells</source>
        <translation>
            <numerusform>%Ln 個單元中的 %1 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Export candidates</source>
        <translation>匯出候選</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>資料表 (*.csv);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>No cell matches: change the text above or the filter.</source>
        <translation>沒有單元符合：請更改上方文字或篩選條件。</translation>
    </message>
    <message>
        <source>Cells that a search queries or proposes and cells that you generate are listed here.</source>
        <translation>搜尋查詢或提出的單元，以及您生成的單元，都會列在這裡。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellColouring</name>
    <message>
        <source>Round</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>True validation accuracy</source>
        <translation>真實驗證準確率</translation>
    </message>
    <message>
        <source>Predicted accuracy</source>
        <translation>預測準確率</translation>
    </message>
    <message>
        <source>Prediction error</source>
        <translation>預測誤差</translation>
    </message>
    <message>
        <source>%1 (points)</source>
        <translation>%1（百分點）</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1（%）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellDelegate</name>
    <message>
        <source>predicted %1</source>
        <translation>預測 %1</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellDrawing</name>
    <message>
        <source>On nodes</source>
        <translation>在節點上</translation>
    </message>
    <message>
        <source>On edges</source>
        <translation>在邊上</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡化</translation>
    </message>
    <message>
        <source>Operations on nodes: the graph that the model reads. Parts that do not reach the output are faded.</source>
        <translation>運算在節點上：模型讀取的圖。到不了輸出的部分以淡色表示。</translation>
    </message>
    <message>
        <source>Operations on edges, as the benchmark&apos;s authors draw it: each node adds up what arrives.</source>
        <translation>運算在邊上，如基準作者所畫：每個節點將到達的結果相加。</translation>
    </message>
    <message>
        <source>What the cell computes: none and the parts that it cuts off are removed, and skips become edges; ×2: a result is added twice.</source>
        <translation>單元實際計算的內容：去除 none 及其切斷的部分，skip 變成邊；×2：結果被加了兩次。</translation>
    </message>
    <message>
        <source>edge %1 → %2</source>
        <translation>邊 %1 → %2</translation>
    </message>
    <message>
        <source>vertex %1, padding</source>
        <translation>頂點 %1，填補</translation>
    </message>
    <message>
        <source>vertex %1, %2</source>
        <translation>頂點 %1，%2</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellFacts</name>
    <message>
        <source>%1: validation %2, test %3</source>
        <translation>%1：驗證 %2，測試 %3</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>預測 %1</translation>
    </message>
    <message>
        <source>query %1, initial label</source>
        <translation>查詢 %1，初始標籤</translation>
    </message>
    <message>
        <source>query %1, round %2</source>
        <translation>查詢 %1，回合 %2</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellGallery</name>
    <message>
        <source>Generated cells, least expected error first</source>
        <translation>生成的單元，預期誤差最小者在前</translation>
    </message>
    <message>
        <source>The generated cells, least expected error first.</source>
        <translation>生成的單元，預期誤差最小者在前。</translation>
    </message>
    <message>
        <source>&amp;Cancel the training</source>
        <translation>取消訓練(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Train %n cells</source>
        <translation>
            <numerusform>訓練 %n 個單元(&amp;T)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Train it</source>
        <translation>訓練它(&amp;T)</translation>
    </message>
    <message>
        <source>&lt;p&gt;Train the selected cells that are missing from the table, on the images chosen under Cell, Real training (%1). Ctrl, Shift or Ctrl+A selects several.&lt;/p&gt;</source>
        <translation>&lt;p&gt;以「單元」面板「實際訓練」中選擇的影像，訓練所選而資料表中沒有的單元（%1）。用 Ctrl、Shift 或 Ctrl+A 可選取多個。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellView</name>
    <message>
        <source>Drawing of the selected cell</source>
        <translation>選取單元的圖形</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ComparePanel</name>
    <message>
        <source>Pin as A</source>
        <translation>釘選為 A</translation>
    </message>
    <message>
        <source>Pin the selected cell as A</source>
        <translation>將選取的單元釘選為 A</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Select the cell pinned as A, and pin the selected cell instead</source>
        <translation>選取釘選為 A 的單元，並改為釘選目前選取的單元</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Unpin cell A</source>
        <translation>取消釘選單元 A</translation>
    </message>
    <message>
        <source>Drawing of cell A</source>
        <translation>單元 A 的圖形</translation>
    </message>
    <message>
        <source>Drawing of cell B</source>
        <translation>單元 B 的圖形</translation>
    </message>
    <message>
        <source>Summary of the comparison</source>
        <translation>比較摘要</translation>
    </message>
    <message>
        <source>Properties of both cells</source>
        <translation>兩個單元的性質</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>avg pool 3×3</source>
        <translation>avg pool 3×3</translation>
    </message>
    <message>
        <source>Select a cell and pin it as A.</source>
        <translation>選取一個單元並釘選為 A。</translation>
    </message>
    <message>
        <source>B is the selected cell.</source>
        <translation>B 是選取的單元。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::CompareRows</name>
    <message>
        <source>Operation %1 → %2</source>
        <translation>運算 %1 → %2</translation>
    </message>
    <message>
        <source>Vertex %1 of B</source>
        <translation>B 的頂點 %1</translation>
    </message>
    <message>
        <source>Vertex %1 of A</source>
        <translation>A 的頂點 %1</translation>
    </message>
    <message>
        <source>Edge %1 → %2 of A</source>
        <translation>A 的邊 %1 → %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Edge %1 → %2 of B</source>
        <translation>B 的邊 %1 → %2</translation>
    </message>
    <message>
        <source>%1, validation</source>
        <translation>%1，驗證</translation>
    </message>
    <message>
        <source>%1, test</source>
        <translation>%1，測試</translation>
    </message>
    <message>
        <source>Predicted for %1</source>
        <translation>對 %1 的預測</translation>
    </message>
    <message>
        <source>Function class</source>
        <translation>函數類別</translation>
    </message>
    <message>
        <source>A and B are the same cell; select another one.</source>
        <translation>A 與 B 是同一個單元；請選取另一個。</translation>
    </message>
    <message>
        <source>Operations that differ: %1</source>
        <translation>不同的運算：%1</translation>
    </message>
    <message>
        <source>edges that differ: %1</source>
        <translation>不同的邊：%1</translation>
    </message>
    <message>
        <source>the same function</source>
        <translation>相同的函數</translation>
    </message>
    <message>
        <source>different functions</source>
        <translation>不同的函數</translation>
    </message>
    <message>
        <source>latent distance %1</source>
        <translation>潛在距離 %1</translation>
    </message>
</context>
<context>
    <name>inverso::ui::EvaluationPlot</name>
    <message>
        <source>True = target</source>
        <translation>真實 = 目標</translation>
    </message>
    <message>
        <source>Inversion of the data set&apos;s accuracies</source>
        <translation>資料集自身準確率的反演</translation>
    </message>
    <message>
        <source>Inversion of all accuracies</source>
        <translation>所有準確率的反演</translation>
    </message>
    <message>
        <source>Target accuracy (%)</source>
        <translation>目標準確率（%）</translation>
    </message>
    <message>
        <source>True validation (%)</source>
        <translation>真實驗證（%）</translation>
    </message>
    <message>
        <source>New cell</source>
        <translation>新單元</translation>
    </message>
    <message numerus="yes">
        <source>%n targets, %1 labels: |true − target| mean %2, median %3, 90 % below %4 points; best possible %5; invalid %6 %, different %7 %</source>
        <translation>
            <numerusform>%n 個目標，%1 個標籤：|真實 − 目標| 平均 %2、中位數 %3，90 % 低於 %4 百分點；理論最佳 %5；無效 %6 %，相異 %7 %</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Measure to see how well the model inverts many targets.</source>
        <translation>按「測量」，即可看到模型在許多目標上的反演表現。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExperimentCard</name>
    <message>
        <source>Show me</source>
        <translation>示範給我看</translation>
    </message>
    <message>
        <source>Let the window do the experiment while you watch</source>
        <translation>讓視窗執行這個實驗，您在旁觀看</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Try this</source>
        <translation>試試看</translation>
    </message>
    <message>
        <source>Experiment, done</source>
        <translation>實驗，已完成</translation>
    </message>
    <message>
        <source>Experiment, to do</source>
        <translation>實驗，待完成</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExperimentControls</name>
    <message>
        <source>&amp;Run remaining</source>
        <translation>執行其餘部分(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Your own plan…</source>
        <translation>您自己的計畫…</translation>
    </message>
    <message>
        <source>Which experiment: a table of the thesis, its figures, or a plan file (JSON)</source>
        <translation>哪個實驗：論文的某個表格、其圖，或計畫檔（JSON）</translation>
    </message>
    <message>
        <source>Each search is run with the seeds 0, 1, …; means and standard deviations are over the seeds</source>
        <translation>每個搜尋以種子 0、1、… 各執行一次；平均值與標準差即由此得出</translation>
    </message>
    <message>
        <source>Does the runs that are missing from the folder; finished runs are not repeated</source>
        <translation>執行資料夾中尚缺的部分；已完成的不會重做</translation>
    </message>
    <message>
        <source>Finished runs are kept; press Run to continue</source>
        <translation>已完成的會保留；再按執行即可繼續</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>實驗進度</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>實驗(&amp;E)</translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation>種子數(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Other folder…</source>
        <translation>其他資料夾…(&amp;O)</translation>
    </message>
    <message>
        <source>A folder with results of inverso-cli reproduce --out, or a new folder</source>
        <translation>含有 inverso-cli reproduce --out 結果的資料夾，或新的資料夾</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>選擇計畫</translation>
    </message>
    <message>
        <source>Plans (*.json);;All files (*)</source>
        <translation>計畫 (*.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>結果資料夾</translation>
    </message>
    <message>
        <source>Results in %1</source>
        <translation>結果位於 %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Opening tables and weights…</source>
        <translation>正在開啟表格與權重…</translation>
    </message>
    <message>
        <source>%1 of %2 runs finished</source>
        <translation>%2 次執行中已完成 %1 次</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1，約剩 %2</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExperimentRunner</name>
    <message>
        <source>Stopped: %1 of %2 runs are finished and kept; press Run to continue.</source>
        <translation>已停止：%2 次執行中已完成並保留 %1 次；再按執行即可繼續。</translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n runs are finished.</source>
        <translation>
            <numerusform>%1：全部 %n 次執行皆已完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs failed, the first: %1</source>
        <translation>
            <numerusform>有 %n 次執行失敗，第一個：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExperimentsWindow</name>
    <message>
        <source>No results yet.

Choose an experiment and run it: searches and evaluations with several seeds, beside the results printed in the thesis. Each result is saved in the folder, so that you can stop at any time and continue later. Results of inverso-cli reproduce can be opened, too.</source>
        <translation>尚無結果。

選擇一個實驗並執行：以數個種子進行搜尋與評估，並與論文所載並列。每個結果都保存在資料夾中，因此可隨時停止，之後再繼續。也可以開啟 inverso-cli reproduce 的結果。</translation>
    </message>
    <message>
        <source>Experiments – Inverso</source>
        <translation>實驗 – Inverso</translation>
    </message>
    <message>
        <source>&amp;Save the report</source>
        <translation>儲存報告(&amp;S)</translation>
    </message>
    <message>
        <source>As a &amp;page with plots…</source>
        <translation>存為含圖的網頁…(&amp;P)</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>網頁 (*.html)</translation>
    </message>
    <message>
        <source>As a &amp;table of all numbers…</source>
        <translation>存為所有數值的表格…(&amp;T)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>As &amp;Markdown…</source>
        <translation>存為 Markdown…(&amp;M)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>There is no report yet: run an experiment or open a folder of results first.</source>
        <translation>尚無報告：請先執行實驗，或開啟結果資料夾。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExportFormats</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 圖形</translation>
    </message>
    <message>
        <source>PDF drawing</source>
        <translation>PDF 圖形</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>DOT graph</source>
        <translation>DOT 圖</translation>
    </message>
    <message>
        <source>PyTorch module</source>
        <translation>PyTorch 模組</translation>
    </message>
    <message>
        <source>ONNX, the cell alone</source>
        <translation>ONNX，只有單元</translation>
    </message>
    <message>
        <source>ONNX, the whole network</source>
        <translation>ONNX，整個網路</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder or name.</source>
        <translation>無法寫入 %1：%2。請選擇其他資料夾或名稱。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Save the cell as a file, or copy it</source>
        <translation>將單元存成檔案或複製</translation>
    </message>
    <message>
        <source>Export the cell</source>
        <translation>匯出單元</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Save the cell: %1</source>
        <translation>儲存單元：%1</translation>
    </message>
    <message>
        <source>%1 (*.%2);;All files (*)</source>
        <translation>%1 (*.%2);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已複製：%1</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消匯出</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>匯出中…</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FavouriteAction</name>
    <message>
        <source>&amp;Favourite</source>
        <translation>收藏(&amp;F)</translation>
    </message>
    <message>
        <source>Remove this cell from the favourites (Ctrl+D)</source>
        <translation>將此單元移出收藏（Ctrl+D）</translation>
    </message>
    <message>
        <source>Add this cell to the favourites (Ctrl+D)</source>
        <translation>將此單元加入收藏（Ctrl+D）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Favourites</name>
    <message>
        <source>The favourites in %1 cannot be read (%2), so changes to them will not be saved.</source>
        <translation>無法讀取 %1 中的收藏（%2），因此變更不會保存。</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be renamed, so changes to the favourites will not be saved.</source>
        <translation>%1 已損毀且無法重新命名，因此收藏的變更不會保存。</translation>
    </message>
    <message>
        <source>The favourites file was damaged. Its readable entries are listed here; the file is kept as %1.</source>
        <translation>收藏檔案已損毀；可讀取的部分在這裡，檔案本身保留為 %1。</translation>
    </message>
    <message>
        <source>The favourites cannot be written to %1 (%2). Check the folder and the free space.</source>
        <translation>無法將收藏寫入 %1（%2）。請檢查資料夾與可用空間。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FavouritesModel</name>
    <message>
        <source>%1
is not a cell of this space</source>
        <translation>%1
不是此空間的單元</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>註記</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入時間</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FavouritesPanel</name>
    <message>
        <source>Edit &amp;note</source>
        <translation>編輯註記(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write a note on the selected favourite (F2)</source>
        <translation>為選取的收藏寫註記（F2）</translation>
    </message>
    <message>
        <source>Remove the selected favourites (Del); can be undone</source>
        <translation>移除選取的收藏（Del）；可復原</translation>
    </message>
    <message>
        <source>Save the favourites of this space as CSV or JSON</source>
        <translation>將此空間的收藏存成 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Select a cell and press the star, or Ctrl+D, to keep it here.</source>
        <translation>選取一個單元並按星號或 Ctrl+D，即可保留在這裡。</translation>
    </message>
    <message numerus="yes">
        <source>removal of %n favourites</source>
        <translation>
            <numerusform>移除 %n 個收藏</numerusform>
        </translation>
    </message>
    <message>
        <source>Export favourites</source>
        <translation>匯出收藏</translation>
    </message>
    <message>
        <source>Tables (*.csv);;JSON (*.json)</source>
        <translation>資料表 (*.csv);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Figure</name>
    <message>
        <source>A figure cannot be written as &quot;%1&quot;: use one of the endings %2.</source>
        <translation>圖無法寫成「%1」：請使用下列副檔名之一：%2。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FigureExport</name>
    <message>
        <source>Export all figures</source>
        <translation>匯出所有圖</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>資料夾(&amp;F)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>匯出(&amp;E)</translation>
    </message>
    <message>
        <source>There is no figure to export yet: open a table or run a search first.</source>
        <translation>尚無可匯出的圖：請先開啟資料表或執行搜尋。</translation>
    </message>
    <message numerus="yes">
        <source>%n figures to export.</source>
        <translation>
            <numerusform>有 %n 張圖可匯出。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>瀏覽(&amp;B)…</translation>
    </message>
    <message>
        <source>The numbers that a figure shows</source>
        <translation>圖所顯示的數值</translation>
    </message>
    <message>
        <source>A picture of the figure</source>
        <translation>圖的影像</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>存放圖的資料夾</translation>
    </message>
    <message>
        <source>Cannot create the folder %1: choose another place.</source>
        <translation>無法建立資料夾 %1：請選擇其他位置。</translation>
    </message>
    <message>
        <source>Over&amp;write</source>
        <translation>覆寫(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>%n files exist already: press Overwrite to replace them, or choose another folder.</source>
        <translation>
            <numerusform>已有 %n 個檔案存在：按「覆寫」取代，或選擇其他資料夾。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of %1 figures were saved in %2.</source>
        <translation>
            <numerusform>%1 張圖的 %n 個檔案已存於 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n files were written before.)</source>
        <translation>
            <numerusform>%1（先前已寫入 %n 個檔案。）</numerusform>
        </translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>已寫入的檔案</translation>
    </message>
    <message>
        <source>%1× the screen&apos;s</source>
        <translation>螢幕的 %1×</translation>
    </message>
    <message>
        <source>PNG &amp;resolution</source>
        <translation>PNG 解析度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop after the current file; files already written are kept</source>
        <translation>寫完目前的檔案後停止；先前的檔案保留</translation>
    </message>
    <message numerus="yes">
        <source>%1 has appeared in the folder meanwhile and was not replaced. (%n files were written before.)</source>
        <translation>
            <numerusform>%1 在這段時間出現在資料夾中，沒有取代它。（先前已寫入 %n 個檔案。）</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在寫入 %1…</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n files are in %1.</source>
        <translation>
            <numerusform>已停止：%1 中有 %n 個檔案。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::FigureMenu</name>
    <message>
        <source>&amp;Save the figure…</source>
        <translation>儲存圖(&amp;S)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG 圖片 (*.png);;SVG 圖形 (*.svg);;PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;Copy the figure</source>
        <translation>複製圖(&amp;C)</translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation>匯出資料(&amp;D)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>資料表 (*.csv)</translation>
    </message>
    <message>
        <source>Copy da&amp;ta</source>
        <translation>複製資料(&amp;T)</translation>
    </message>
    <message>
        <source>PNG &amp;resolution</source>
        <translation>PNG 解析度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;%1× the screen&apos;s</source>
        <translation>螢幕的 &amp;%1×</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FilterInterval</name>
    <message>
        <source>%1, from</source>
        <translation>%1，從</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1，到</translation>
    </message>
</context>
<context>
    <name>inverso::ui::FilterPanel</name>
    <message>
        <source>Clear filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>Isolate selection</source>
        <translation>只看選取</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>全部顯示(&amp;W)</translation>
    </message>
    <message>
        <source>Show every cell again</source>
        <translation>重新顯示每個單元</translation>
    </message>
    <message>
        <source>Role in the run</source>
        <translation>在執行中的角色</translation>
    </message>
    <message>
        <source>Contains the operations</source>
        <translation>包含的運算</translation>
    </message>
    <message>
        <source>Isolated cells</source>
        <translation>只看的單元</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Cells that were proposed or queried in one of these rounds; 0: the initial labels</source>
        <translation>在這些回合中提出或查詢的單元；0：初始標籤</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>Cells whose true validation accuracy is between these values</source>
        <translation>真實驗證準確率介於其間的單元</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Cells whose predicted accuracy is between these values</source>
        <translation>預測準確率介於其間的單元</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Queried; the model is fitted to them</source>
        <translation>已查詢；模型以它們擬合</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Queried; they monitor the model&apos;s fit</source>
        <translation>已查詢；用來監看模型的擬合</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Proposed in a round, but not queried</source>
        <translation>在某回合提出但未查詢</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Neither queried nor proposed so far</source>
        <translation>至今既未查詢也未提出</translation>
    </message>
    <message>
        <source>Show only the selected cells: the group, or the one cell</source>
        <translation>只顯示選取的單元：群組，或那一個單元</translation>
    </message>
    <message>
        <source>Stop isolating cells; the other limits stay</source>
        <translation>結束只看；其他條件保留</translation>
    </message>
    <message>
        <source>Only cells with at least one %1</source>
        <translation>只顯示至少含一個 %1 的單元</translation>
    </message>
    <message>
        <source>No cells are open</source>
        <translation>沒有開啟的單元</translation>
    </message>
    <message>
        <source>%1 of %2 cells</source>
        <translation>%2 個單元中的 %1 個</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln 個單元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::FormTabs</name>
    <message>
        <source>Form of the drawing</source>
        <translation>圖形的形式</translation>
    </message>
</context>
<context>
    <name>inverso::ui::GeneratedModel</name>
    <message>
        <source>
the model has seen its label</source>
        <translation>
模型已看過其標籤</translation>
    </message>
    <message>
        <source>trained %1</source>
        <translation>訓練得 %1</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>真實 %1</translation>
    </message>
    <message>
        <source>queued…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>週期 %1 / %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1
predicted %2, %3, target %4, expected error %5 points%6</source>
        <translation>%1
預測 %2，%3，目標 %4，預期誤差 %5 個百分點%6</translation>
    </message>
</context>
<context>
    <name>inverso::ui::GraphLayouter</name>
    <message>
        <source>Graphviz could not lay out this cell: check that its dot plugin is installed (package libgvc6) and registered (dot -c).</source>
        <translation>Graphviz 無法排列此單元：請確認已安裝 dot 外掛（套件 libgvc6）並已註冊（dot -c）。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InspectorFacts</name>
    <message>
        <source>%1 ± %2 points</source>
        <translation>%1 ± %2 百分點</translation>
    </message>
    <message>
        <source>Parameters, computed</source>
        <translation>參數量，計算值</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 百萬</translation>
    </message>
    <message>
        <source>Accuracies and facts of the selected cell</source>
        <translation>選取單元的準確率與資訊</translation>
    </message>
    <message>
        <source>True accuracy</source>
        <translation>真實準確率</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Predicted for %1</source>
        <translation>對 %1 的預測</translation>
    </message>
    <message>
        <source>Query no.</source>
        <translation>查詢編號</translation>
    </message>
    <message>
        <source>%1 (initial label)</source>
        <translation>%1（初始標籤）</translation>
    </message>
    <message>
        <source>%1 (round %2)</source>
        <translation>%1（回合 %2）</translation>
    </message>
    <message>
        <source>Function class</source>
        <translation>函數類別</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函數</translation>
    </message>
    <message>
        <source>constant: no path from input to output</source>
        <translation>常數：輸入到輸出沒有路徑</translation>
    </message>
    <message>
        <source>trained here:</source>
        <translation>在此訓練：</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InspectorNeighbours</name>
    <message>
        <source>There are no weights, so cells have no latent codes.</source>
        <translation>沒有權重，因此單元沒有潛在編碼。</translation>
    </message>
    <message>
        <source>Select a cell to see those nearest to it.</source>
        <translation>選取一個單元，即可看到最接近的單元。</translation>
    </message>
    <message>
        <source>Euclidean distance · true validation accuracy</source>
        <translation>歐氏距離 · 真實驗證準確率</translation>
    </message>
    <message>
        <source>Euclidean distance</source>
        <translation>歐氏距離</translation>
    </message>
    <message>
        <source>%1
latent distance %2</source>
        <translation>%1
潛在距離 %2</translation>
    </message>
    <message>
        <source>The latent codes are being computed…</source>
        <translation>正在計算潛在編碼…</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InspectorPanel</name>
    <message>
        <source>Cell as text</source>
        <translation>單元文字</translation>
    </message>
    <message>
        <source>no cell selected</source>
        <translation>未選取單元</translation>
    </message>
    <message>
        <source>Copy the cell as text</source>
        <translation>複製單元文字</translation>
    </message>
    <message>
        <source>Matrices that the model reads</source>
        <translation>模型讀取的矩陣</translation>
    </message>
    <message>
        <source>Nearest in latent space</source>
        <translation>潛在空間中最接近者</translation>
    </message>
    <message>
        <source>Real training</source>
        <translation>實際訓練</translation>
    </message>
    <message>
        <source>Click a point in the map or in a plot to see its cell.</source>
        <translation>點按地圖或圖中的一點，即可看到它的單元。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InspectorTraining</name>
    <message>
        <source>Images to train on</source>
        <translation>用來訓練的影像</translation>
    </message>
    <message>
        <source>Fashion-MNIST, or a folder with IDX files or with one subfolder of pictures per class</source>
        <translation>Fashion-MNIST，或含 IDX 檔案的資料夾，或每個類別有一個圖片子資料夾的資料夾</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他資料夾…</translation>
    </message>
    <message>
        <source>Number of training epochs</source>
        <translation>訓練週期數</translation>
    </message>
    <message>
        <source>A folder of images</source>
        <translation>影像資料夾</translation>
    </message>
    <message>
        <source>Trains the cell in a small network on one core: a few seconds. Its accuracy is not the table&apos;s.</source>
        <translation>在小型網路中以一個核心訓練此單元：數秒即可。所得準確率並非資料表中的數值。</translation>
    </message>
    <message>
        <source>Queued, or reading the images (%1).</source>
        <translation>等待中，或正在讀取影像（%1）。</translation>
    </message>
    <message>
        <source>Training on %1.</source>
        <translation>正在以 %1 訓練。</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>訓練已取消。</translation>
    </message>
    <message>
        <source>%1: validation %2, test %3 in %4 s; %5 thousand parameters, %6 million multiply-adds per image.</source>
        <translation>%1：驗證 %2，測試 %3，費時 %4 秒；%5 千個參數，每張影像 %6 百萬次乘加。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>已訓練</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>訓練它</translation>
    </message>
    <message>
        <source>Epoch %v of %m</source>
        <translation>週期 %v / %m</translation>
    </message>
    <message>
        <source>The search is training it on %1.</source>
        <translation>搜尋正以 %1 訓練它。</translation>
    </message>
    <message>
        <source>The search is training this cell; stop the search to cancel.</source>
        <translation>此單元由搜尋訓練；停止搜尋即可取消。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InversionPanel</name>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Target accuracy</source>
        <translation>目標準確率</translation>
    </message>
    <message>
        <source>The validation accuracy that generated cells should reach</source>
        <translation>生成的單元應達到的驗證準確率</translation>
    </message>
    <message>
        <source>Target accuracy in percent</source>
        <translation>目標準確率，百分比</translation>
    </message>
    <message>
        <source>How many different cells to generate. Default: 32. Allowed: 1 to 512.</source>
        <translation>要生成多少個不同的單元。預設：32。允許：1 到 512。</translation>
    </message>
    <message>
        <source>Number of cells</source>
        <translation>單元數</translation>
    </message>
    <message>
        <source>How far from known cells to start: 0 repeats them, 1 ignores them. Default: 0.8.</source>
        <translation>離已知單元多遠開始：0 重複它們，1 忽略它們。預設：0.8。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>The same seed gives the same cells. new: different cells each time.</source>
        <translation>相同的種子得到相同的單元。新的：每次都得到不同的單元。</translation>
    </message>
    <message>
        <source>Seed of the generation</source>
        <translation>生成的種子</translation>
    </message>
    <message>
        <source>Generate cells for the target (Ctrl+G)</source>
        <translation>為目標生成單元（Ctrl+G）</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目標(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cells</source>
        <translation>單元(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>雜訊(&amp;N)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>殘差</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>掃描</translation>
    </message>
    <message>
        <source>Many targets drawn from the data set&apos;s own accuracies</source>
        <translation>從資料集自身的準確率抽出的許多目標</translation>
    </message>
    <message>
        <source>Targets from 0 to 100 %, inside the range that cells reach</source>
        <translation>0 到 100 % 的目標，限於單元可達的範圍</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>測量進度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止測量</translation>
    </message>
    <message>
        <source>Invert a few hundred targets and compare with the true accuracies (a few seconds)</source>
        <translation>反演數百個目標並與真實準確率比較（數秒）</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>生成中…</translation>
    </message>
</context>
<context>
    <name>inverso::ui::InversionPlot</name>
    <message>
        <source>True = target</source>
        <translation>真實 = 目標</translation>
    </message>
    <message>
        <source>Inversion</source>
        <translation>反演</translation>
    </message>
    <message>
        <source>Target accuracy (%)</source>
        <translation>目標準確率（%）</translation>
    </message>
    <message>
        <source>True validation (%)</source>
        <translation>真實驗證（%）</translation>
    </message>
    <message>
        <source>This target</source>
        <translation>此目標</translation>
    </message>
    <message>
        <source>Earlier targets</source>
        <translation>先前的目標</translation>
    </message>
    <message>
        <source>Cells for a target accuracy: run a search with an invertible network (inn), then generate.</source>
        <translation>為目標準確率生成的單元：先以可逆網路（inn）執行搜尋，再生成。</translation>
    </message>
    <message>
        <source>Set a target and generate.</source>
        <translation>設定目標並生成。</translation>
    </message>
    <message numerus="yes">
        <source>Target %1, %n cells</source>
        <translation>
            <numerusform>目標 %1，%n 個單元</numerusform>
        </translation>
    </message>
    <message>
        <source>: |true − target| mean %1, median %2 points</source>
        <translation>：|真實 − 目標| 平均 %1、中位數 %2 百分點</translation>
    </message>
    <message>
        <source>Trained here</source>
        <translation>在此訓練</translation>
    </message>
</context>
<context>
    <name>inverso::ui::LabelCard</name>
    <message>
        <source>The search needs a label</source>
        <translation>搜尋需要標籤</translation>
    </message>
    <message>
        <source>The cell to be labelled</source>
        <translation>待標記的單元</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>複製(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the cell as text</source>
        <translation>複製單元文字</translation>
    </message>
    <message>
        <source>Validation accuracy in percent</source>
        <translation>驗證準確率，百分比</translation>
    </message>
    <message>
        <source>Test accuracy in percent</source>
        <translation>測試準確率，百分比</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Subm&amp;it</source>
        <translation>提交(&amp;I)</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>&lt;b&gt;The search waits for a label.&lt;/b&gt; What accuracy does this cell reach? It is saved in %1.</source>
        <translation>&lt;b&gt;搜尋正在等待標籤。&lt;/b&gt;這個單元的準確率是多少？答案會保存在 %1。</translation>
    </message>
    <message>
        <source>This is less than one percent: write 93 for an accuracy of 0.93.</source>
        <translation>這低於百分之一：準確率 0.93 請寫成 93。</translation>
    </message>
    <message>
        <source>Type the validation accuracy in percent.</source>
        <translation>請以百分比輸入驗證準確率。</translation>
    </message>
    <message>
        <source>&lt;p&gt;Copy this cell and the cells that the search will ask for next, one per line. Train them all, then paste all answers together.&lt;/p&gt;</source>
        <translation>&lt;p&gt;複製此單元與搜尋之後要問的單元，每行一個：全部訓練之後，一次貼上答案。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Paste answers</source>
        <translation>貼上答案</translation>
    </message>
    <message>
        <source>&lt;p&gt;Read labels from the clipboard (%1), one per line: the cell, its validation accuracy and optionally its test accuracy in percent, separated by tabs, commas, semicolons or spaces. The order of the lines does not matter.&lt;/p&gt;</source>
        <translation>&lt;p&gt;從剪貼簿讀取標籤（%1），每行一個：單元、以百分比表示的驗證準確率，以及（可省略）測試準確率，以定位字元、逗號、分號或空格分隔。行的順序不拘。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 already has a label, which is kept.</source>
        <translation>%1 已有標籤，維持不變。</translation>
    </message>
    <message>
        <source>The clipboard contains no text.</source>
        <translation>剪貼簿中沒有文字。</translation>
    </message>
    <message>
        <source>Copy all %1</source>
        <translation>複製全部 %1 個</translation>
    </message>
    <message>
        <source>Labels saved: %1.</source>
        <translation>已儲存的標籤：%1。</translation>
    </message>
    <message>
        <source>Of these, for cells that were not asked for: %1.</source>
        <translation>其中並未詢問的單元：%1。</translation>
    </message>
    <message>
        <source>Other lines that could not be used: %1.</source>
        <translation>其他無法使用的行：%1。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Language</name>
    <message>
        <source>&amp;System</source>
        <translation>系統(&amp;S)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::LatentMap</name>
    <message>
        <source>Latent map</source>
        <translation>潛在地圖</translation>
    </message>
    <message>
        <source>Every cell of the search space by its latent code. Plus and minus zoom, the arrow keys pan, 0 shows the whole map.</source>
        <translation>以潛在編碼呈現搜尋空間的每個單元。加號與減號縮放，方向鍵平移，0 顯示整張地圖。</translation>
    </message>
    <message>
        <source>Show the whole map (0)</source>
        <translation>顯示整張地圖（0）</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>顯示整張地圖</translation>
    </message>
    <message>
        <source>Principal component 1 of the latent code μ</source>
        <translation>潛在編碼 μ 的主成分 1</translation>
    </message>
    <message>
        <source>t-SNE of the fine-tuned latent code μ · perplexity %1, iteration %2, KL %3</source>
        <translation>微調後潛在編碼 μ 的 t-SNE · 困惑度 %1，迭代 %2，KL %3</translation>
    </message>
    <message>
        <source>t-SNE of the latent code μ · perplexity %1, iteration %2, KL %3</source>
        <translation>潛在編碼 μ 的 t-SNE · 困惑度 %1，迭代 %2，KL %3</translation>
    </message>
    <message>
        <source>Principal component 2</source>
        <translation>主成分 2</translation>
    </message>
    <message>
        <source>Open a benchmark to see its cells here.</source>
        <translation>開啟基準，即可在這裡看到它的單元。</translation>
    </message>
    <message>
        <source>No latent map: %1
Methods that need no model can still search.</source>
        <translation>沒有潛在地圖：%1
不需模型的方法仍可搜尋。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::LossesPane</name>
    <message>
        <source>Logarithmic scale</source>
        <translation>對數刻度</translation>
    </message>
    <message>
        <source>Show losses of different sizes together</source>
        <translation>將大小不同的損失並列</translation>
    </message>
</context>
<context>
    <name>inverso::ui::LossesPlot</name>
    <message>
        <source>Regression</source>
        <translation>迴歸</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潛在</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>概似</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>GVAE</source>
        <translation>GVAE</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Start of a fit</source>
        <translation>擬合開始</translation>
    </message>
    <message>
        <source>Shows every term of the loss per epoch once a search with a model runs.</source>
        <translation>有模型的搜尋執行後，逐週期顯示損失的每一項。</translation>
    </message>
    <message>
        <source>This method fits no model, so there are no losses.</source>
        <translation>此方法不擬合模型，因此沒有損失。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, seed %3: %n fits</source>
        <translation>
            <numerusform>%1，%2，種子 %3：%n 次擬合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of 0 or less cannot be shown on a logarithmic scale</source>
        <translation>
            <numerusform>%n 個小於或等於 0 的值無法放在對數刻度上</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch %1, fit of round %2</source>
        <translation>週期 %1，回合 %2 的擬合</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MainWindow</name>
    <message>
        <source>Inverso</source>
        <translation>Inverso</translation>
    </message>
    <message>
        <source>Search in progress</source>
        <translation>搜尋進行中</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>導覽</translation>
    </message>
    <message>
        <source>%1 – Inverso</source>
        <translation>%1 – Inverso</translation>
    </message>
    <message numerus="yes">
        <source>%n queued runs would be lost.</source>
        <translation>
            <numerusform>%n 個排隊的執行將會遺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue?</source>
        <translation>要繼續嗎？</translation>
    </message>
    <message>
        <source>A search is in progress. Stop it and close the window?</source>
        <translation>搜尋正在進行。要停止並關閉視窗嗎？</translation>
    </message>
    <message>
        <source>Cannot write %1: check the folder and the free space.</source>
        <translation>無法寫入 %1：請檢查資料夾與可用空間。</translation>
    </message>
    <message>
        <source>Cannot create the folder %1.</source>
        <translation>無法建立資料夾 %1。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open a table…</source>
        <translation>開啟資料表(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>開啟最近的(&amp;R)</translation>
    </message>
    <message>
        <source>Open a recorded &amp;run…</source>
        <translation>開啟已記錄的執行(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Export all figures…</source>
        <translation>匯出所有圖(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear the selection</source>
        <translation>清除選取(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Isolate the group</source>
        <translation>只看群組(&amp;I)</translation>
    </message>
    <message>
        <source>Clear the &amp;filter</source>
        <translation>清除篩選(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>執行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Generate cells for the target</source>
        <translation>為目標生成單元(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>佈景主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Show the &amp;whole map</source>
        <translation>顯示整張地圖(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Guided tour</source>
        <translation>導覽(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Inverso</source>
        <translation>關於 Inverso(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>關於 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>Drop one file that is on this computer: a CSV table of cells and accuracies, or a recorded session.</source>
        <translation>請拖放一個位於這台電腦上的檔案：單元與準確率的 CSV 資料表，或記錄下來的工作階段。</translation>
    </message>
    <message>
        <source>E&amp;xperiments…</source>
        <translation>實驗…(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手冊(&amp;M)</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>儲存搜尋</translation>
    </message>
    <message>
        <source>Sessions (*.inverso)</source>
        <translation>工作階段 (*.inverso)</translation>
    </message>
    <message>
        <source>&amp;Save the search as…</source>
        <translation>將搜尋另存新檔(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ManualWindow</name>
    <message>
        <source>Manual – Inverso</source>
        <translation>使用手冊 – Inverso</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一頁(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>下一頁(&amp;F)</translation>
    </message>
    <message>
        <source>Go back one page (Alt+Left)</source>
        <translation>返回上一頁（Alt+Left）</translation>
    </message>
    <message>
        <source>Go forward one page (Alt+Right)</source>
        <translation>前往下一頁（Alt+Right）</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>尋找(&amp;I)</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>搜尋所有頁面</translation>
    </message>
    <message>
        <source>Searches all pages; Enter or F3 finds the next match (Ctrl+F)</source>
        <translation>搜尋所有頁面；按 Enter 或 F3 尋找下一個（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手冊中尋找</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>手冊目錄</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手冊頁面</translation>
    </message>
    <message>
        <source>No page contains this.</source>
        <translation>沒有任何頁面包含此文字。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MapLegend</name>
    <message>
        <source>%1 of %2 cells</source>
        <translation>%2 個單元中的 %1 個</translation>
    </message>
    <message>
        <source>All %1 cells</source>
        <translation>全部 %1 個單元</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候選</translation>
    </message>
    <message>
        <source>Queried</source>
        <translation>已查詢</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>最佳驗證</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選取</translation>
    </message>
    <message>
        <source>Group of %1</source>
        <translation>%1 個的群組</translation>
    </message>
    <message>
        <source>Round 0</source>
        <translation>回合 0</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>提出：%1</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>選中：%1</translation>
    </message>
    <message>
        <source>Queried now: %1</source>
        <translation>剛查詢：%1</translation>
    </message>
    <message>
        <source>%1, as density until you zoom in</source>
        <translation>%1，放大前以密度表示</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MapMakerBar</name>
    <message>
        <source>Start again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Start a new map with these settings</source>
        <translation>以這些設定開始新的地圖</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>About how many neighbours of a cell should stay close to it on the map. Default: 30. Allowed: 2 to 200. Used at the next start.</source>
        <translation>大約要讓一個單元的多少個鄰居在地圖上仍靠近它。預設：30。允許：2 到 200。下次開始時生效。</translation>
    </message>
    <message>
        <source>Number of gradient descent steps; more can be added later. Default: 1000. Allowed: 10 to 10000. Used at the next start.</source>
        <translation>梯度下降的步數；之後可再增加。預設：1000。允許：10 到 10000。下次開始時生效。</translation>
    </message>
    <message>
        <source>Pre-trained codes</source>
        <translation>預訓練編碼</translation>
    </message>
    <message>
        <source>Fine-tuned codes</source>
        <translation>微調後編碼</translation>
    </message>
    <message>
        <source>Which codes are mapped</source>
        <translation>要畫哪一組編碼</translation>
    </message>
    <message>
        <source>From the principal plane</source>
        <translation>從主平面開始</translation>
    </message>
    <message>
        <source>From the map shown</source>
        <translation>從顯示的地圖開始</translation>
    </message>
    <message>
        <source>Where the cells start</source>
        <translation>單元從哪裡開始</translation>
    </message>
    <message>
        <source>From the principal plane: an independent map. From the map shown: see which cells move.</source>
        <translation>從主平面：一張獨立的地圖。從顯示的地圖：看看哪些單元移動了。</translation>
    </message>
    <message>
        <source>Perple&amp;xity</source>
        <translation>困惑度(&amp;X)</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>地圖進度</translation>
    </message>
    <message>
        <source>Finding the neighbours of every cell</source>
        <translation>正在尋找每個單元的鄰居</translation>
    </message>
    <message>
        <source>Iteration %1 of %2 · KL divergence %3 nats</source>
        <translation>迭代 %1 / %2 · KL 散度 %3 nats</translation>
    </message>
    <message>
        <source>Run t-SNE</source>
        <translation>執行 t-SNE</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Run the same number of iterations again</source>
        <translation>再迭代同樣多次</translation>
    </message>
    <message>
        <source>Fine-tuned: the current codes of the run&apos;s own encoder</source>
        <translation>微調後：此執行自己的編碼器目前給出的編碼</translation>
    </message>
    <message>
        <source>Fine-tuned codes require an end-to-end run (preset thesis)</source>
        <translation>微調後編碼需要端到端的執行（論文預設組）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MapPanel</name>
    <message>
        <source>Co&amp;lour</source>
        <translation>顏色(&amp;L)</translation>
    </message>
    <message>
        <source>What the colours of the cells mean</source>
        <translation>單元顏色的意義</translation>
    </message>
    <message>
        <source>Ma&amp;p</source>
        <translation>地圖(&amp;P)</translation>
    </message>
    <message>
        <source>How the cells are laid out</source>
        <translation>單元如何排列</translation>
    </message>
    <message>
        <source>t-SNE keeps neighbours together; the principal components keep the large distances</source>
        <translation>t-SNE 讓鄰居保持在一起；主成分保留大的距離</translation>
    </message>
    <message>
        <source>Drag moves the map (P)</source>
        <translation>拖曳以移動地圖（P）</translation>
    </message>
    <message>
        <source>Drag draws a box around cells; with Ctrl they are added to the group (B, or Shift+drag)</source>
        <translation>拖曳以框選單元；按住 Ctrl 則加入群組（B，或 Shift+拖曳）</translation>
    </message>
    <message>
        <source>Drag draws a lasso around cells; with Ctrl they are added to the group (L)</source>
        <translation>拖曳以套索選取單元；按住 Ctrl 則加入群組（L）</translation>
    </message>
    <message>
        <source>Run t-SNE and watch (T)</source>
        <translation>執行並觀看 t-SNE（T）</translation>
    </message>
    <message>
        <source>Controls of a live t-SNE</source>
        <translation>即時 t-SNE 的控制項</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>t-SNE, live</source>
        <translation>t-SNE，即時</translation>
    </message>
    <message>
        <source>Show the other cells again</source>
        <translation>重新顯示其他單元</translation>
    </message>
    <message>
        <source>Show only the group in every plot</source>
        <translation>在每張圖中只顯示群組</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MapTimeline</name>
    <message>
        <source>Last round that is shown</source>
        <translation>顯示的最後回合</translation>
    </message>
    <message>
        <source>Show the search up to this round; at the right end it follows the search</source>
        <translation>將搜尋顯示到這個回合；在最右端則跟隨搜尋</translation>
    </message>
    <message>
        <source>Round %1 of %2</source>
        <translation>回合 %1 / %2</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>暫停重播</translation>
    </message>
    <message>
        <source>Replay the search</source>
        <translation>重播搜尋</translation>
    </message>
</context>
<context>
    <name>inverso::ui::MatrixView</name>
    <message>
        <source>Adjacency matrix and one-hot matrix of the cell</source>
        <translation>單元的鄰接矩陣與獨熱矩陣</translation>
    </message>
    <message>
        <source>1: edge %1 → %2</source>
        <translation>1：邊 %1 → %2</translation>
    </message>
    <message>
        <source>0: no edge %1 → %2</source>
        <translation>0：沒有邊 %1 → %2</translation>
    </message>
    <message>
        <source>vertex %1, padding</source>
        <translation>頂點 %1，填補</translation>
    </message>
    <message>
        <source>1: vertex %1 is %2</source>
        <translation>1：頂點 %1 是 %2</translation>
    </message>
    <message>
        <source>0: vertex %1 is not %2</source>
        <translation>0：頂點 %1 不是 %2</translation>
    </message>
    <message>
        <source>Adjacency</source>
        <translation>鄰接</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>獨熱</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填補</translation>
    </message>
</context>
<context>
    <name>inverso::ui::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>關閉此通知</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Opening</name>
    <message>
        <source>A search is in progress. Stop it and open another table?</source>
        <translation>搜尋正在進行。要停止並開啟另一個資料表嗎？</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>開啟資料表</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>資料表 (*.csv);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>A search is in progress. Stop it and resume the other one?</source>
        <translation>搜尋正在進行。要停止並繼續另一個搜尋嗎？</translation>
    </message>
</context>
<context>
    <name>inverso::ui::OperationLegend</name>
    <message>
        <source>Colours of the operations</source>
        <translation>運算的顏色</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Operations</name>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>conv 3×3</source>
        <translation>conv 3×3</translation>
    </message>
    <message>
        <source>conv 1×1</source>
        <translation>conv 1×1</translation>
    </message>
    <message>
        <source>avg pool 3×3</source>
        <translation>avg pool 3×3</translation>
    </message>
    <message>
        <source>max pool 3×3</source>
        <translation>max pool 3×3</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>skip</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Panes</name>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>Search curve</source>
        <translation>搜尋曲線</translation>
    </message>
    <message>
        <source>Inversion</source>
        <translation>反演</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>迴歸</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候選</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄</translation>
    </message>
</context>
<context>
    <name>inverso::ui::PhaseCard</name>
    <message>
        <source>Result of the last phase</source>
        <translation>上一個階段的結果</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>擬合</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解碼</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再訓練</translation>
    </message>
    <message numerus="yes">
        <source>%n random cells were queried. The search has no other labels yet. Best: %1.</source>
        <translation>
            <numerusform>查詢了 %n 個隨機單元。搜尋目前沒有其他標籤。最佳：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The invertible network learned from %n labels to map latent codes to accuracies, and back.</source>
        <translation>
            <numerusform>可逆網路從 %n 個標籤學會將潛在編碼映射到準確率，以及反過來。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells without a label were drawn at random: nothing was inverted.</source>
        <translation>
            <numerusform>隨機抽出 %n 個沒有標籤的單元：沒有反演。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network ran forwards: it predicted the accuracy of %n cells. Highest: %1.</source>
        <translation>
            <numerusform>網路正向執行：預測了 %n 個單元的準確率。最高：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most promising cells were chosen.</source>
        <translation>
            <numerusform>選出最有希望的 %n 個單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The true accuracies of %n cells were queried, each at the cost of one query of the budget. Best: %1.</source>
        <translation>
            <numerusform>查詢了 %n 個單元的真實準確率，各計為預算中的一次查詢。其中最佳：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Round %1 · %2</source>
        <translation>回合 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>The network ran backwards: it turned target accuracies into %n latent codes.</source>
        <translation>
            <numerusform>網路反向執行：將目標準確率變成 %n 個潛在編碼。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decoder turned %n latent codes into cells: %1 new, %2 known or duplicate, %3 invalid.</source>
        <translation>
            <numerusform>解碼器將 %n 個潛在編碼變成單元：%1 個新的，%2 個已知或重複，%3 個無效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network was trained again on %n labels. The round is over.</source>
        <translation>
            <numerusform>網路以 %n 個標籤再次訓練。此回合結束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are missing from the benchmark; its nearest cells are used instead.</source>
        <translation>
            <numerusform>其中 %n 個不在基準中；改用基準中最接近的單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent codes were drawn at random; the generator has learned to turn them into good cells.</source>
        <translation>
            <numerusform>隨機抽取了 %n 個潛在編碼；生成器已學會將它們變成好的單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Random changes of the best cells gave %n new cells.</source>
        <translation>
            <numerusform>隨機改變最佳的單元，得到 %n 個新單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n cells without a label are compared: none was generated.</source>
        <translation>
            <numerusform>比較全部 %n 個沒有標籤的單元：沒有生成任何單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The networks learned from %n labels to predict the accuracy of a cell.</source>
        <translation>
            <numerusform>網路由 %n 個標籤學會預測單元的準確率。</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy learned from the accuracies found on its walk. The round is over.</source>
        <translation>策略從行走途中遇到的準確率學習。本輪結束。</translation>
    </message>
    <message numerus="yes">
        <source>The latent codes of the best cells, with some noise, were moved towards a higher predicted accuracy: %n tries.</source>
        <translation>
            <numerusform>最佳單元的潛在編碼加上一些雜訊，移往預測準確率更高之處：共嘗試 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A policy walked through the embeddings; the %n cells nearest to its targets were chosen.</source>
        <translation>
            <numerusform>策略在嵌入中行走；選出最接近其目標的 %n 個單元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Embeddings of all cells were learned without labels; the policy starts at the last of the %n labels.</source>
        <translation>
            <numerusform>不用標籤學得所有單元的嵌入；策略從 %n 個標籤中的最後一個出發。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No model predicts the accuracies of the %n cells: they stay in the order of the walk.</source>
        <translation>
            <numerusform>沒有模型預測這 %n 個單元的準確率：它們維持行走的順序。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::PlotBar</name>
    <message>
        <source>Copy data</source>
        <translation>複製資料</translation>
    </message>
    <message>
        <source>Copy the shown data as CSV</source>
        <translation>以 CSV 複製顯示的資料</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>匯出資料…</translation>
    </message>
    <message>
        <source>Save the shown data as CSV</source>
        <translation>將顯示的資料存成 CSV</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>匯出資料</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>資料表 (*.csv);;所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Presentation</name>
    <message>
        <source>&amp;Presentation</source>
        <translation>簡報(&amp;P)</translation>
    </message>
    <message>
        <source>Larger text and fewer controls, for teaching; Esc or F11 ends it</source>
        <translation>較大的文字與較少的控制項，供授課使用；Esc 或 F11 離開</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RecentTables</name>
    <message>
        <source>&amp;%1  %2 – %3</source>
        <translation>&amp;%1  %2 – %3</translation>
    </message>
    <message>
        <source>%1 – %2 (missing)</source>
        <translation>%1 – %2（找不到）</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此清單(&amp;C)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Recovery</name>
    <message>
        <source>Resume &amp;it</source>
        <translation>繼續(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>暫時不要(&amp;N)</translation>
    </message>
    <message>
        <source>A search was not finished when the program ended: %1 on %2, started %3, %4 of %5 queries done.</source>
        <translation>程式結束時有一個搜尋尚未完成：%2 上的 %1，開始於 %3，已進行 %5 次查詢中的 %4 次。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were queued.</source>
        <translation>
            <numerusform>有 %n 個執行在佇列中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RegressionPlot</name>
    <message>
        <source>RMSE %1 points, ρ %2, τ %3</source>
        <translation>RMSE %1 百分點，ρ %2，τ %3</translation>
    </message>
    <message>
        <source>Predicted = true</source>
        <translation>預測 = 真實</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>迴歸</translation>
    </message>
    <message>
        <source>True validation accuracy (%)</source>
        <translation>真實驗證準確率（%）</translation>
    </message>
    <message>
        <source>Predicted (%)</source>
        <translation>預測（%）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Test (sample of the others)</source>
        <translation>測試（其他單元的樣本）</translation>
    </message>
    <message numerus="yes">
        <source>Training, %n cells: %1</source>
        <translation>
            <numerusform>訓練，%n 個單元：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation, %n cells: %1</source>
        <translation>
            <numerusform>驗證，%n 個單元：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test, %n others: %1</source>
        <translation>
            <numerusform>測試，%n 個其他單元：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows predicted against true accuracy once a search with a model runs.</source>
        <translation>有模型的搜尋執行後，顯示預測對真實準確率。</translation>
    </message>
    <message>
        <source>This method fits no model, so there are no predictions.</source>
        <translation>此方法不擬合模型，因此沒有預測。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ReportTableView</name>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>複製為 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ReportView</name>
    <message>
        <source>Sections of the report</source>
        <translation>報告的章節</translation>
    </message>
    <message>
        <source>Section of the report</source>
        <translation>報告的一節</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>如何閱讀</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ResidualPlot</name>
    <message>
        <source>Residuals</source>
        <translation>殘差</translation>
    </message>
    <message>
        <source>True − target (points)</source>
        <translation>真實 − 目標（百分點）</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>All targets</source>
        <translation>所有目標</translation>
    </message>
    <message>
        <source>This target</source>
        <translation>此目標</translation>
    </message>
    <message>
        <source>Shows how far generated cells are from their targets.</source>
        <translation>顯示生成的單元離目標多遠。</translation>
    </message>
    <message numerus="yes">
        <source>%n cells: |true − target| mean %1, median %2 points; bias %3</source>
        <translation>
            <numerusform>%n 個單元：|真實 − 目標| 平均 %1、中位數 %2 百分點；偏差 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RoundLog</name>
    <message>
        <source>Rounds of the search</source>
        <translation>搜尋的回合</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RoundLogModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>最佳驗證</translation>
    </message>
    <message>
        <source>Best of round</source>
        <translation>回合最佳</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候選</translation>
    </message>
    <message>
        <source>Invalid decodes</source>
        <translation>無效解碼</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Fit (s)</source>
        <translation>擬合（秒）</translation>
    </message>
    <message>
        <source>Generate (s)</source>
        <translation>生成（秒）</translation>
    </message>
    <message>
        <source>Predict (s)</source>
        <translation>預測（秒）</translation>
    </message>
    <message>
        <source>Not in benchmark</source>
        <translation>基準中沒有</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RowTable</name>
    <message>
        <source>&amp;All columns</source>
        <translation>所有欄位(&amp;A)</translation>
    </message>
    <message>
        <source>Also show the columns that do not fit</source>
        <translation>放不下的欄位也顯示</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunActions</name>
    <message>
        <source>&amp;Start search</source>
        <translation>開始搜尋(&amp;S)</translation>
    </message>
    <message>
        <source>Several s&amp;eeds…</source>
        <translation>多個種子(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>單步(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;hase</source>
        <translation>階段(&amp;H)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Do one round, then pause (F7)</source>
        <translation>執行一個回合後暫停（F7）</translation>
    </message>
    <message>
        <source>Do one phase of a round (generate, decode, predict, select, query, retrain), then pause (F8)</source>
        <translation>執行回合的一個階段（生成、解碼、預測、選擇、查詢、再訓練）後暫停（F8）</translation>
    </message>
    <message>
        <source>End the search; its results are kept (Shift+F5)</source>
        <translation>結束搜尋；結果會保留（Shift+F5）</translation>
    </message>
    <message>
        <source>&amp;Queue search</source>
        <translation>排入搜尋(&amp;Q)</translation>
    </message>
    <message>
        <source>Search with these settings after the current run (F5)</source>
        <translation>在目前的執行之後以這些設定搜尋（F5）</translation>
    </message>
    <message>
        <source>Start a search with these settings (F5)</source>
        <translation>以這些設定開始搜尋（F5）</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>繼續(&amp;R)</translation>
    </message>
    <message>
        <source>Resume the search (F6)</source>
        <translation>繼續搜尋（F6）</translation>
    </message>
    <message>
        <source>Pause after the round in progress (F6)</source>
        <translation>在進行中的回合結束後暫停（F6）</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunArchive</name>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，種子 %2</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunDriver</name>
    <message>
        <source>This method fits no model that could be inverted: run a search with an invertible network (inn) first.</source>
        <translation>此方法不擬合可反演的模型：請先以可逆網路（inn）執行搜尋。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunPanel</name>
    <message>
        <source>As&amp;k me for missing labels</source>
        <translation>向我詢問缺少的標籤(&amp;K)</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>未開啟</translation>
    </message>
    <message>
        <source>Open a table from a CSV file (Ctrl+O)</source>
        <translation>從 CSV 檔案開啟資料表（Ctrl+O）</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>開啟資料表</translation>
    </message>
    <message>
        <source>The data set whose validation accuracy the search maximises.</source>
        <translation>搜尋要使其驗證準確率最大的資料集。</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>資料表(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Data set</source>
        <translation>資料集(&amp;D)</translation>
    </message>
    <message>
        <source> queries</source>
        <translation> 次查詢</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>方法(&amp;M)</translation>
    </message>
    <message>
        <source>B&amp;udget</source>
        <translation>預算(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>種子(&amp;S)</translation>
    </message>
    <message>
        <source>&lt;p&gt;The search may choose any cell. If the table has no label for it, the search waits and asks you; your answers are added to the table&apos;s file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;搜尋可選擇任何單元。資料表沒有標籤時它會等待並詢問您；您的答案會加入資料表的檔案。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>進階(&amp;A)</translation>
    </message>
    <message>
        <source>Settings that a first search does not need</source>
        <translation>初次搜尋不需要的設定</translation>
    </message>
    <message>
        <source>&lt;p&gt;The source of labels: a table found on start, your own file, or real training on images. Real training takes a few seconds for each queried cell.&lt;/p&gt;</source>
        <translation>&lt;p&gt;標籤的來源：啟動時找到的資料表、您的檔案，或以影像實際訓練。實際訓練每個查詢的單元需數秒。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Train live: a folder of images…</source>
        <translation>即時訓練：影像資料夾…</translation>
    </message>
    <message>
        <source>A folder with IDX files or with one subfolder of pictures per class</source>
        <translation>含 IDX 檔案的資料夾，或每個類別有一個圖片子資料夾的資料夾</translation>
    </message>
    <message numerus="yes">
        <source>Cells without an accuracy: %n. The search continues with others. %1</source>
        <translation>
            <numerusform>沒有準確率的單元：%n 個。搜尋會以其他單元繼續。%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunQueueView</name>
    <message>
        <source>%1, %2, %3 queries, seed %4</source>
        <translation>%1，%2，%3 次查詢，種子 %4</translation>
    </message>
    <message>
        <source>Resume &amp;queue</source>
        <translation>繼續佇列(&amp;Q)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Run this one earlier (Alt+Up)</source>
        <translation>較早執行這一個（Alt+Up）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Run this one later (Alt+Down)</source>
        <translation>較晚執行這一個（Alt+Down）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this run from the queue (Del)</source>
        <translation>將這一個移出佇列（Del）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove all runs from the queue</source>
        <translation>移除佇列中的所有執行</translation>
    </message>
    <message>
        <source>Queued runs, the next first</source>
        <translation>佇列中的執行，下一個在前</translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued, on hold</source>
        <translation>
            <numerusform>佇列中有 %n 個執行，已暫停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>佇列中有 %n 個執行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunQueueing</name>
    <message>
        <source>Several seeds</source>
        <translation>多個種子</translation>
    </message>
    <message>
        <source>Number of seeds (the first is %1):</source>
        <translation>種子數（第一個是 %1）：</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunStatus</name>
    <message>
        <source>Share of the budget spent</source>
        <translation>已用預算的比例</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>No benchmark open</source>
        <translation>未開啟基準</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>啟動中…</translation>
    </message>
    <message>
        <source>Querying the initial labels</source>
        <translation>正在查詢初始標籤</translation>
    </message>
    <message>
        <source>Round %1 running</source>
        <translation>回合 %1 執行中</translation>
    </message>
    <message>
        <source>Pausing after round %1…</source>
        <translation>將在回合 %1 之後暫停…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Paused after round %1</source>
        <translation>已在回合 %1 之後暫停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Finished: budget spent</source>
        <translation>完成：預算用盡</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>took %1 s</source>
        <translation>費時 %1 秒</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>已過 %1</translation>
    </message>
    <message>
        <source>%1 elapsed, about %2 left</source>
        <translation>已過 %1，約剩 %2</translation>
    </message>
    <message>
        <source>%1 of %2 queries</source>
        <translation>%2 次查詢中的 %1 次</translation>
    </message>
    <message>
        <source>best validation %1</source>
        <translation>最佳驗證 %1</translation>
    </message>
    <message>
        <source>Paused in round %1</source>
        <translation>已暫停於回合 %1</translation>
    </message>
    <message>
        <source>Training cell %1 of %2</source>
        <translation>正在訓練第 %1 個單元，共 %2 個</translation>
    </message>
    <message>
        <source>, epoch %1 of %2</source>
        <translation>，週期 %1 / %2</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunsModel</name>
    <message>
        <source>this window</source>
        <translation>此視窗</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Best validation accuracy among the queries</source>
        <translation>查詢到的最佳驗證準確率</translation>
    </message>
    <message>
        <source>Test accuracy of that cell</source>
        <translation>該單元的測試準確率</translation>
    </message>
    <message>
        <source>Number of the query that found it</source>
        <translation>查詢到它的那次查詢的編號</translation>
    </message>
    <message>
        <source>Run time of the search</source>
        <translation>搜尋的執行時間</translation>
    </message>
    <message>
        <source>Number of queried labels</source>
        <translation>查詢的標籤數</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>To best</source>
        <translation>達最佳</translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunsPanel</name>
    <message>
        <source>&amp;Open session…</source>
        <translation>開啟工作階段(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>複製表格(&amp;C)</translation>
    </message>
    <message>
        <source>Add the runs of a session file to the list; the file is not changed</source>
        <translation>將工作階段檔案的執行加入清單；檔案保持不變</translation>
    </message>
    <message>
        <source>Give the run another name (F2)</source>
        <translation>為執行取另一個名稱（F2）</translation>
    </message>
    <message>
        <source>Remove the selected runs from the list (Del); files are not changed</source>
        <translation>將選取的執行移出清單（Del）；檔案保持不變</translation>
    </message>
    <message>
        <source>Copy the table as CSV</source>
        <translation>以 CSV 複製表格</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation>正在讀取工作階段…</translation>
    </message>
    <message>
        <source>Finished runs are listed here, to be compared with later ones.</source>
        <translation>執行結束後會列在這裡，供與之後的執行比較。</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>開啟工作階段</translation>
    </message>
    <message>
        <source>Sessions (*.inverso *.sqlite *.db);;All files (*)</source>
        <translation>工作階段 (*.inverso *.sqlite *.db);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>The session has no finished round yet, so there is nothing to show.</source>
        <translation>此工作階段尚無完成的回合，因此沒有可顯示的內容。</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>繼續(&amp;U)</translation>
    </message>
    <message>
        <source>Resume the selected unfinished search and record it in the same file</source>
        <translation>繼續所選取、尚未結束的搜尋，並記錄在同一個檔案中</translation>
    </message>
</context>
<context>
    <name>inverso::ui::SaveFile</name>
    <message>
        <source>%1 cannot be written (%2). Check the folder and the free space, or choose another place.</source>
        <translation>無法寫入 %1（%2）。請檢查資料夾與可用空間，或選擇其他位置。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchCurve</name>
    <message numerus="yes">
        <source>%1: mean ± sd of %n seeds</source>
        <translation>
            <numerusform>%1：%n 個種子的平均 ± 標準差</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchCurvePane</name>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>What the search curve shows</source>
        <translation>搜尋曲線顯示什麼</translation>
    </message>
    <message>
        <source>&amp;Test accuracy</source>
        <translation>測試準確率(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Each query</source>
        <translation>每次查詢(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mean ± sd of seeds</source>
        <translation>種子的平均 ± 標準差(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Printed results</source>
        <translation>印刷的結果(&amp;P)</translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchCurvePlot</name>
    <message>
        <source>Search curve</source>
        <translation>搜尋曲線</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>準確率（%）</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>最佳驗證</translation>
    </message>
    <message>
        <source>Its test accuracy</source>
        <translation>其測試準確率</translation>
    </message>
    <message>
        <source>Each query</source>
        <translation>每次查詢</translation>
    </message>
    <message>
        <source>Best in the table</source>
        <translation>資料表中最佳</translation>
    </message>
    <message>
        <source>Printed result ± sd</source>
        <translation>印刷結果 ± 標準差</translation>
    </message>
    <message>
        <source>Shows the best accuracy after each query once a search runs.</source>
        <translation>搜尋執行後，逐次查詢顯示已找到的最佳準確率。</translation>
    </message>
    <message>
        <source>Every run on this data set is hidden: tick one in the list of runs.</source>
        <translation>此資料集的每個執行都已隱藏：請在執行清單中勾選一個。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n curves of earlier runs; solid: best validation, dashed: its test</source>
        <translation>
            <numerusform>%1：先前執行的 %n 條曲線；實線：最佳驗證，虛線：其測試</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, seed %3. After %n queries: best validation %4 (query %5), its test %6</source>
        <translation>
            <numerusform>%1，%2，種子 %3。%n 次查詢之後：最佳驗證 %4（查詢 %5），其測試 %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2), %n queries
validation %3
test %4</source>
        <translation>
            <numerusform>%1（%2），%n 次查詢
驗證 %3
測試 %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchWorker</name>
    <message>
        <source>There is no model yet: run a search first.</source>
        <translation>尚無模型：請先執行搜尋。</translation>
    </message>
    <message>
        <source>Every search of the session %1 is finished: there is nothing to resume.</source>
        <translation>工作階段 %1 的所有搜尋都已結束：沒有可以繼續的內容。</translation>
    </message>
    <message>
        <source>The benchmark %1 is not the one that the session was recorded on: its accuracies differ. inverso-cli resume --benchmark takes another file.</source>
        <translation>基準 %1 與記錄此工作階段時所用的不同：準確率不一致。inverso-cli resume --benchmark 可指定另一個檔案。</translation>
    </message>
    <message>
        <source>The session was recorded with other weights than those of this program: %1. Use inverso-cli resume to continue it.</source>
        <translation>記錄此工作階段時使用的權重與本程式的不同：%1。可用 inverso-cli resume 繼續。</translation>
    </message>
    <message>
        <source>There is no recorded search to save.</source>
        <translation>沒有已記錄的搜尋可以儲存。</translation>
    </message>
    <message>
        <source>%1 An older version recorded it, and it had no effect.</source>
        <translation>%1 它由較舊的版本記錄，且沒有作用。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::ShortcutList</name>
    <message>
        <source>Action</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>搜尋動作或按鍵</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜尋快速鍵</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>以文字複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>列印(&amp;P)…</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向鍵</translation>
    </message>
    <message>
        <source>In the map and the plots</source>
        <translation>在地圖與圖中</translation>
    </message>
    <message>
        <source>In the map</source>
        <translation>在地圖中</translation>
    </message>
    <message>
        <source>In the matrices</source>
        <translation>在矩陣中</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、縮小</translation>
    </message>
    <message>
        <source>, wheel</source>
        <translation>、滾輪</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>, drag</source>
        <translation>、拖曳</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>重新顯示全部</translation>
    </message>
    <message>
        <source>, double-click</source>
        <translation>、按兩下</translation>
    </message>
    <message>
        <source>Select the cell under the pointer</source>
        <translation>選取指標下的單元</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>點按</translation>
    </message>
    <message>
        <source>Select cells with a box</source>
        <translation>框選單元</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+拖曳</translation>
    </message>
    <message>
        <source>Add to the selected cells</source>
        <translation>加入已選取的單元</translation>
    </message>
    <message>
        <source>Ctrl, with box or lasso</source>
        <translation>Ctrl，搭配框選或套索</translation>
    </message>
    <message>
        <source>Cancel a box or a lasso</source>
        <translation>取消框選或套索</translation>
    </message>
    <message>
        <source>Move from entry to entry</source>
        <translation>逐項移動</translation>
    </message>
</context>
<context>
    <name>inverso::ui::StartPage</name>
    <message>
        <source>Open a table…</source>
        <translation>開啟資料表…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>開啟中</translation>
    </message>
    <message>
        <source>No benchmark is open</source>
        <translation>未開啟基準</translation>
    </message>
    <message>
        <source>A benchmark is a CSV table of cells and their accuracies: a column “arch” with NAS-Bench-201 strings, and a pair of columns “&lt;data set&gt;_valid”, “&lt;data set&gt;_test” in percent.

Drop such a file here, open one, or put it into a folder that Inverso searches on start: the one named by INVERSO_BENCHMARKS, or ~/.local/share/inverso/benchmarks.</source>
        <translation>基準是單元及其準確率的 CSV 資料表：一個含 NAS-Bench-201 字串的欄位「arch」，以及一對以百分比表示的欄位「&lt;data set&gt;_valid」、「&lt;data set&gt;_test」。

請將這樣的檔案拖放到這裡、開啟它，或放在 Inverso 啟動時搜尋的資料夾：INVERSO_BENCHMARKS 所指的資料夾，或 ~/.local/share/inverso/benchmarks。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在開啟 %1</translation>
    </message>
    <message>
        <source>Reading the table and encoding every cell of its search space.</source>
        <translation>正在讀取資料表並編碼其搜尋空間的每個單元。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading the images and encoding every cell of the search space.</source>
        <translation>正在讀取影像並為搜尋空間的每個單元編碼。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::TourPanel</name>
    <message>
        <source>&amp;Previous page</source>
        <translation>上一頁(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>下一頁(&amp;N)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Guided tour</source>
        <translation>導覽</translation>
    </message>
    <message>
        <source>Pages of the tour</source>
        <translation>導覽的頁面</translation>
    </message>
    <message>
        <source>Go to a page; a tick marks those whose experiment you have done</source>
        <translation>前往某一頁；打勾者表示您已完成其實驗</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>頁面文字</translation>
    </message>
    <message>
        <source>Previous page (Alt+Left)</source>
        <translation>上一頁（Alt+Left）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next page (Alt+Right)</source>
        <translation>下一頁（Alt+Right）</translation>
    </message>
    <message>
        <source>Close the tour (Alt+Right)</source>
        <translation>關閉導覽（Alt+Right）</translation>
    </message>
    <message>
        <source>First a search has to train the network: press Step (F7) once.</source>
        <translation>必須先有搜尋訓練網路：按一次「單步」（F7）。</translation>
    </message>
    <message>
        <source>First open a table (Ctrl+O).</source>
        <translation>請先開啟資料表（Ctrl+O）。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::TrainingPlot</name>
    <message>
        <source>Training of the cell</source>
        <translation>單元的訓練</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>準確率（%）</translation>
    </message>
    <message>
        <source>Loss (nats)</source>
        <translation>損失（nats）</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>The first epoch is under way.</source>
        <translation>第一個週期進行中。</translation>
    </message>
</context>
<context>
    <name>inverso::ui::UndoWords</name>
    <message>
        <source>change of selection</source>
        <translation>選取的變更</translation>
    </message>
    <message>
        <source>change of filter</source>
        <translation>篩選的變更</translation>
    </message>
    <message>
        <source>change of settings</source>
        <translation>設定的變更</translation>
    </message>
    <message>
        <source>new favourite</source>
        <translation>新增收藏</translation>
    </message>
    <message>
        <source>removal of a favourite</source>
        <translation>移除收藏</translation>
    </message>
    <message>
        <source>note on a favourite</source>
        <translation>收藏的註記</translation>
    </message>
</context>
<context>
    <name>inverso::ui::WindowHelp</name>
    <message>
        <source>About Inverso</source>
        <translation>關於 Inverso</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Inverso&lt;/h3&gt;&lt;p&gt;Generates neural-network cells by inverting their accuracy.&lt;/p&gt;&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Inverso&lt;/h3&gt;&lt;p&gt;藉由反演準確率生成神經網路單元。&lt;/p&gt;&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;自由軟體，採用 GNU 通用公共授權條款第 3 版或更新版本。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>inverso::ui::Worker</name>
    <message>
        <source>There is not enough memory for this: close other programs or choose smaller settings.</source>
        <translation>記憶體不足：請關閉其他程式或選擇較小的設定。</translation>
    </message>
    <message>
        <source>Unexpected error: %1</source>
        <translation>未預期的錯誤：%1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Version %1&lt;br&gt;Qt %2&lt;br&gt;LibTorch %3&lt;br&gt;BLAS: %4</source>
        <translation>版本 %1&lt;br&gt;Qt %2&lt;br&gt;LibTorch %3&lt;br&gt;BLAS：%4</translation>
    </message>
    <message>
        <source>&lt;br&gt;&lt;b&gt;This is the reference BLAS, tens of times slower than OpenBLAS: install libopenblas0-pthread.&lt;/b&gt;</source>
        <translation>&lt;br&gt;&lt;b&gt;這是參考用 BLAS，比 OpenBLAS 慢數十倍：請安裝 libopenblas0-pthread。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>--script is %1; allowed: demo.</source>
        <translation>--script 是 %1；允許：demo。</translation>
    </message>
    <message>
        <source>Generates neural-network cells by inverting their accuracy.</source>
        <translation>藉由反演準確率生成神經網路單元。</translation>
    </message>
    <message>
        <source>Save pictures of the window&apos;s states to a folder and exit.</source>
        <translation>將視窗各狀態的圖片存到資料夾後結束。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Which states: demo.</source>
        <translation>哪些狀態：demo。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Language of the window: en or zh_TW.</source>
        <translation>視窗的語言：en 或 zh_TW。</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Print how long the window takes until its map can be used, and exit.</source>
        <translation>印出視窗多久之後可以使用地圖，然後結束。</translation>
    </message>
    <message>
        <source>Table to open: a CSV file, or the name of a known one; or a session.</source>
        <translation>要開啟的資料表：CSV 檔案，或已知資料表的名稱；或一個工作階段。</translation>
    </message>
</context>
</TS>
