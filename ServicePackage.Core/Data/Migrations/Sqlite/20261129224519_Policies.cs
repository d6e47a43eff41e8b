using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Policies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClauseEnterprises",
                columns: table => new
                {
                    PolicyClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseEnterprises", x => new { x.PolicyClauseId, x.EnterpriseId });
                    table.ForeignKey(
                        name: "FK_ClauseEnterprises_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClauseInterpretations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseInterpretations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClauseInterpretations_Accounts_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseInterpretations_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clauses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PolicyId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClauseWindows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PolicyClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseWindows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Policies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrentVersionId = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnById = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Policies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Policies_Accounts_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Policies_Accounts_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Policies_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PolicyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidityUnknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    ToConfirm = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TellAgain = table.Column<bool>(type: "INTEGER", nullable: false),
                    DraftedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBackById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBackReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Accounts_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Accounts_DraftedById",
                        column: x => x.DraftedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Accounts_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Accounts_SentBackById",
                        column: x => x.SentBackById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Accounts_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Policies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PolicyClauses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PolicyVersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    ExecutingUnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Benefit = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Materials = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WhereToApply = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PaymentPromise = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Topics = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Personalised = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithoutApplication = table.Column<bool>(type: "INTEGER", nullable: false),
                    Condition = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyClauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyClauses_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyClauses_Organisations_ExecutingUnitId",
                        column: x => x.ExecutingUnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyClauses_PolicyVersions_PolicyVersionId",
                        column: x => x.PolicyVersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseEnterprises_EnterpriseId",
                table: "ClauseEnterprises",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseInterpretations_ClauseId_WrittenAt",
                table: "ClauseInterpretations",
                columns: new[] { "ClauseId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseInterpretations_UnitId",
                table: "ClauseInterpretations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseInterpretations_WrittenById",
                table: "ClauseInterpretations",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_Clauses_PolicyId",
                table: "Clauses",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseWindows_PolicyClauseId",
                table: "ClauseWindows",
                column: "PolicyClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseWindows_Until",
                table: "ClauseWindows",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Policies_CreatedById",
                table: "Policies",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Policies_CurrentVersionId",
                table: "Policies",
                column: "CurrentVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Policies_OrganisationId",
                table: "Policies",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Policies_WithdrawnById",
                table: "Policies",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyClauses_ClauseId",
                table: "PolicyClauses",
                column: "ClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyClauses_ExecutingUnitId",
                table: "PolicyClauses",
                column: "ExecutingUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyClauses_PolicyVersionId_ClauseId",
                table: "PolicyClauses",
                columns: new[] { "PolicyVersionId", "ClauseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PolicyClauses_PolicyVersionId_Order",
                table: "PolicyClauses",
                columns: new[] { "PolicyVersionId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_OneDraftAPolicy",
                table: "PolicyVersions",
                column: "PolicyId",
                unique: true,
                filter: "\"State\" IN ('Draft', 'Submitted')");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_ChangedById",
                table: "PolicyVersions",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_DraftedById",
                table: "PolicyVersions",
                column: "DraftedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_PolicyId_Number",
                table: "PolicyVersions",
                columns: new[] { "PolicyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_PublishedById",
                table: "PolicyVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_SentBackById",
                table: "PolicyVersions",
                column: "SentBackById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_State",
                table: "PolicyVersions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_SubmittedById",
                table: "PolicyVersions",
                column: "SubmittedById");

            migrationBuilder.AddForeignKey(
                name: "FK_ClauseEnterprises_PolicyClauses_PolicyClauseId",
                table: "ClauseEnterprises",
                column: "PolicyClauseId",
                principalTable: "PolicyClauses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_ClauseInterpretations_Clauses_ClauseId",
                table: "ClauseInterpretations",
                column: "ClauseId",
                principalTable: "Clauses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Clauses_Policies_PolicyId",
                table: "Clauses",
                column: "PolicyId",
                principalTable: "Policies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_ClauseWindows_PolicyClauses_PolicyClauseId",
                table: "ClauseWindows",
                column: "PolicyClauseId",
                principalTable: "PolicyClauses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Policies_PolicyVersions_CurrentVersionId",
                table: "Policies",
                column: "CurrentVersionId",
                principalTable: "PolicyVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PolicyVersions_Policies_PolicyId",
                table: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "ClauseEnterprises");

            migrationBuilder.DropTable(
                name: "ClauseInterpretations");

            migrationBuilder.DropTable(
                name: "ClauseWindows");

            migrationBuilder.DropTable(
                name: "PolicyClauses");

            migrationBuilder.DropTable(
                name: "Clauses");

            migrationBuilder.DropTable(
                name: "Policies");

            migrationBuilder.DropTable(
                name: "PolicyVersions");
        }
    }
}
